package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Against ojAlgo: the largest Sharpe ratio by the homogeneous transformation, the least CVaR by the
 * programme of Rockafellar and Uryasev, group caps as constraints. Without the singular kinds,
 * where ojAlgo was seen to give up.
 */
class ObjectivesSecondOpinionTest {

  private static final int PROBLEMS = 25;

  @ParameterizedTest
  @EnumSource(names = {"REGULAR", "TIGHT_CAP", "ODD_BOXES", "PREVIOUS_OUTSIDE_THE_BOX"})
  void agreesOnTheLargestSharpeRatio(Kind kind) {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(51);
    int compared = 0;
    for (int k = 0; k < PROBLEMS; k++) {
      PortfolioProblem p = problems.next(new MaxSharpe(), kind);
      PortfolioProblem posed = k % 2 == 0 ? p : problems.grouped(p);
      Solution ours = Optimizer.solve(posed);
      if (ours.status() != Status.OPTIMAL) {
        continue;
      }
      Optimisation.Result theirs = homogeneous(posed);
      if (theirs.getState().isOptimal()) {
        double[] x = Arrays.copyOf(theirs.toRawCopy1D(), p.size());
        double sum = Arrays.stream(x).sum();
        double[] weights = Arrays.stream(x).map(value -> value / sum).toArray();
        assertThat(ours.objectiveValue())
            .isCloseTo(posed.objectiveValue(weights), within(1e-6 * ours.objectiveValue()));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(PROBLEMS / 2);
  }

  @Test
  void agreesOnTheLeastTailLoss() {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(52);
    for (int k = 0; k < 4 * PROBLEMS; k++) {
      PortfolioProblem p = problems.next(new Cvar(), Kind.REGULAR);
      PortfolioProblem posed = k % 2 == 0 ? p : problems.grouped(p);
      Optimisation.Result theirs = tailLoss(posed);
      double ours = Optimizer.solve(posed).objectiveValue();

      assertThat(theirs.getState().isOptimal()).isTrue();
      double[] weights = Arrays.copyOf(theirs.toRawCopy1D(), p.size());
      assertThat(ours).isCloseTo(posed.objectiveValue(weights), within(1e-8 * largest(p)));
    }
  }

  /**
   * Ours is never the worse. On one TIGHT_CAP problem ojAlgo calls weights optimal that are 0.035
   * off and feasible, with an objective lower by a part in 640, at both scales tried: hence not all
   * need agree.
   */
  @ParameterizedTest
  @EnumSource(names = {"TIGHT_CAP", "ODD_BOXES", "TIES", "CAP_OF_ONE_NTH"})
  void agreesOnGroups(Kind kind) {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(53);
    int agreed = 0;
    for (int k = 0; k < 2 * PROBLEMS; k++) {
      PortfolioProblem p = problems.grouped(problems.next(new MeanVariance(), kind));
      Optimisation.Result theirs = meanVariance(p);
      Solution ours = Optimizer.solve(p);

      assertThat(theirs.getState().isOptimal()).isTrue();
      double rounding = 1e-9 * (1e-3 + Math.abs(ours.objectiveValue()));
      assertThat(ours.objectiveValue())
          .isGreaterThan(p.objectiveValue(theirs.toRawCopy1D()) - rounding);
      agreed += isSame(ours.weights(), theirs.toRawCopy1D()) ? 1 : 0;
    }
    assertThat(agreed).isGreaterThanOrEqualTo(2 * PROBLEMS - 1);
  }

  private static boolean isSame(double[] weights, double[] others) {
    for (int i = 0; i < weights.length; i++) {
      if (!(Math.abs(weights[i] - others[i]) <= 1e-6)) {
        return false;
      }
    }
    return true;
  }

  private static Optimisation.Result homogeneous(PortfolioProblem p) {
    int n = p.size();
    ExpressionsBasedModel model = model();
    double gain = 0;
    double risk = 0;
    for (int i = 0; i < n; i++) {
      model.newVariable("x" + i);
      gain = Math.max(gain, Math.abs(p.moments().mu()[i] - p.objective().inputs().riskFree()));
      risk = Math.max(risk, p.moments().sigma()[i * n + i]);
    }
    model.newVariable("scale").lower(0);
    Expression earned = model.newExpression("earned").level(1);
    Expression sum = model.newExpression("sum").level(0).set(n, -1);
    Expression variance = model.newExpression("variance").weight(0.5);
    for (int i = 0; i < n; i++) {
      earned.set(i, (p.moments().mu()[i] - p.objective().inputs().riskFree()) / gain);
      sum.set(i, 1);
      model.newExpression("lower" + i).lower(0).set(i, 1).set(n, -p.box().lower()[i]);
      model.newExpression("upper" + i).upper(0).set(i, 1).set(n, -p.box().upper()[i]);
      for (int j = 0; j < n; j++) {
        variance.set(i, j, p.moments().sigma()[i * n + j] / risk);
      }
    }
    for (GroupCap group : p.groups()) {
      Expression cap = model.newExpression(group.name()).upper(0).set(n, -group.cap());
      Arrays.stream(group.members()).forEach(i -> cap.set(i, 1));
    }
    return model.minimise();
  }

  private static Optimisation.Result tailLoss(PortfolioProblem p) {
    int n = p.size();
    int count = p.objective().inputs().scenarios().length;
    double unit = Math.max(largest(p), Double.MIN_NORMAL);
    ExpressionsBasedModel model = model();
    addWeights(model, p);
    model.newVariable("threshold").weight(1);
    for (int t = 0; t < count; t++) {
      model.newVariable("u" + t).lower(0).weight(1 / ((1 - p.objective().inputs().beta()) * count));
      Expression loss = model.newExpression("loss" + t).lower(0).set(n, 1).set(n + 1 + t, 1);
      for (int i = 0; i < n; i++) {
        loss.set(i, p.objective().inputs().scenarios()[t][i] / unit);
      }
    }
    return model.minimise();
  }

  private static Optimisation.Result meanVariance(PortfolioProblem p) {
    int n = p.size();
    double unit =
        p.penalties().eta()
            + p.penalties().lambda() * Arrays.stream(p.moments().sigma()).max().orElse(0);
    ExpressionsBasedModel model = model();
    addWeights(model, p);
    Expression objective = model.newExpression("objective").weight(1);
    for (int i = 0; i < n; i++) {
      objective.set(
          i, -(p.moments().mu()[i] + 2 * p.penalties().eta() * p.penalties().previous()[i]) / unit);
      for (int j = 0; j < n; j++) {
        double h =
            p.penalties().lambda() * p.moments().sigma()[i * n + j]
                + (i == j ? 2 * p.penalties().eta() : 0);
        objective.set(i, j, 0.5 * h / unit);
      }
    }
    return model.minimise();
  }

  private static ExpressionsBasedModel model() {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    model.options.iterations_abort = 1000;
    return model;
  }

  private static void addWeights(ExpressionsBasedModel model, PortfolioProblem p) {
    for (int i = 0; i < p.size(); i++) {
      model.newVariable("w" + i).lower(p.box().lower()[i]).upper(p.box().upper()[i]);
    }
    Expression budget = model.newExpression("budget").level(1);
    for (int i = 0; i < p.size(); i++) {
      budget.set(i, 1);
    }
    for (GroupCap group : p.groups()) {
      Expression cap = model.newExpression(group.name()).upper(group.cap());
      Arrays.stream(group.members()).forEach(i -> cap.set(i, 1));
    }
  }

  private static double largest(PortfolioProblem p) {
    return Arrays.stream(p.objective().inputs().scenarios())
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .max()
        .orElse(0);
  }
}
