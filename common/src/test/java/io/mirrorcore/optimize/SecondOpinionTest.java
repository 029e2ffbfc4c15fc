package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.RandomProblems.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Against ojAlgo's {@code ExpressionsBasedModel}, on the strictly convex kinds: where sigma is
 * singular and nothing penalises turnover it was seen to iterate without end.
 */
class SecondOpinionTest {

  /** The worst deviation of a weight seen over all kinds is 1e-14. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"WILD_VARIANCES", "SINGULAR_SIGMA", "TWINS", "LINEAR", "FLAT"})
  void agreesWithOjAlgo(Kind kind) {
    assertThat(kind.isStrictlyConvex()).isTrue();
    RandomProblems problems = new RandomProblems(21);
    for (int k = 0; k < 40; k++) {
      MeanVarianceProblem p = problems.next(kind);
      Solution ours = MeanVarianceSolver.solve(p);
      Optimisation.Result theirs = ojAlgo(p);

      assertThat(theirs.getState().isOptimal()).isTrue();
      assertThat(ours.weights()).containsExactly(theirs.toRawCopy1D(), within(1e-7));
    }
  }

  /** Minimises {@code w'(H/2)w - c'w}, multiplied so that the largest coefficient is 1. */
  private static Optimisation.Result ojAlgo(MeanVarianceProblem p) {
    int n = p.size();
    double unit = 1 / largestCoefficient(p);
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int i = 0; i < n; i++) {
      model.newVariable("w" + i).lower(p.lower()[i]).upper(p.upper()[i]);
    }
    Expression budget = model.newExpression("budget").level(1);
    Expression objective = model.newExpression("objective").weight(1);
    for (int i = 0; i < n; i++) {
      budget.set(i, 1);
      objective.set(i, -unit * (p.mu()[i] + 2 * p.eta() * p.previous()[i]));
      for (int j = 0; j < n; j++) {
        double h = p.lambda() * p.sigma()[i * n + j] + (i == j ? 2 * p.eta() : 0);
        objective.set(i, j, 0.5 * unit * h);
      }
    }
    return model.minimise();
  }

  private static double largestCoefficient(MeanVarianceProblem p) {
    double largest = Double.MIN_NORMAL;
    for (int i = 0; i < p.size(); i++) {
      largest = Math.max(largest, Math.abs(p.mu()[i] + 2 * p.eta() * p.previous()[i]));
    }
    for (double value : p.sigma()) {
      largest = Math.max(largest, p.lambda() * Math.abs(value) + 2 * p.eta());
    }
    return largest;
  }
}
