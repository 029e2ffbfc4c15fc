package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import io.mirrorcore.optimize.quadratic.HundredThousandProblemsTest.Stream;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Against ojAlgo's {@code ExpressionsBasedModel}. Weights are compared where the optimum is one
 * point and well determined, objective values elsewhere. ojAlgo has a limit of iterations and of
 * time, as it was seen to go on for ever where sigma is singular and nothing penalises turnover;
 * what it gives up is no opinion. Where the two differ, the certificate says who is wrong: it must
 * not be us, and it must not happen often.
 */
class SecondOpinionTest {

  private static final double AGREEMENT = 1e-9;

  private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);

  /** What came of the problems of one kind. */
  private static final class Tally {
    int problems;
    int solved;
    int different;
    int oursWorse;
    double worstAgreeing;
    double worst;
  }

  @Test
  void agreesWithOjAlgo() {
    compare(3_000);
  }

  @Test
  @EnabledIfSystemProperty(named = "mirrorcore.soak", matches = "true")
  void agreesWithOjAlgoOnEveryProblem() {
    compare(HundredThousandProblemsTest.PROBLEMS);
  }

  private void compare(int problems) {
    Stream stream = new Stream(31);
    for (int k = 0; k < problems; k++) {
      compare(stream.next(k), tallies.computeIfAbsent(Stream.kind(k), kind -> new Tally()), k);
    }
    report();
    for (Map.Entry<Kind, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      assertThat(tally.oursWorse).as("ours worse, %s", entry.getKey()).isZero();
      if (entry.getKey().isStrictlyConvex()) {
        assertThat(tally.solved).as(entry.getKey().name()).isGreaterThan(tally.problems * 99 / 100);
        assertThat(tally.different).isLessThanOrEqualTo(tally.problems / 100);
      }
    }
  }

  private static void compare(MeanVarianceProblem p, Tally tally, int k) {
    Solution ours = MeanVarianceSolver.solve(p);
    Optimisation.Result theirs = ojAlgo(p);
    tally.problems++;
    if (!theirs.getState().isOptimal()) {
      return;
    }
    tally.solved++;
    double[] weights = theirs.toRawCopy1D();
    double difference =
        Stream.kind(k).isStrictlyConvex()
            ? largestDifference(ours.weights(), weights)
            : Math.abs(ours.objectiveValue() - p.utility(weights)) / size(p, ours.weights());
    tally.worst = Math.max(tally.worst, difference);
    if (difference <= AGREEMENT) {
      tally.worstAgreeing = Math.max(tally.worstAgreeing, difference);
      return;
    }
    tally.different++;
    double residual =
        MeanVarianceCertificate.residual(
            p, weights, MeanVarianceCertificate.budgetMultiplier(p, weights));
    boolean oursWorse = !(ours.kktResidual() <= 1e-12 && residual > ours.kktResidual());
    tally.oursWorse += oursWorse ? 1 : 0;
    System.out.printf(
        "problem %d, %s of %d: difference %.1e, residual ours %.1e, ojAlgo's %.1e%n",
        k, Stream.kind(k), p.size(), difference, ours.kktResidual(), residual);
  }

  private void report() {
    tallies.forEach(
        (kind, t) ->
            System.out.printf(
                "%-28s %6d problems, ojAlgo solved %6d, worst %.1e; %d beyond %.0e, worst of the"
                    + " rest %.1e%n",
                kind, t.problems, t.solved, t.worst, t.different, AGREEMENT, t.worstAgreeing));
  }

  private static double largestDifference(double[] x, double[] y) {
    assertThat(y).hasSameSizeAs(x);
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      // Math.max keeps a NaN.
      largest = Math.max(largest, Math.abs(x[i] - y[i]));
    }
    return largest;
  }

  /** The terms of the objective, each in absolute value; no unit, no cancellation. */
  private static double size(MeanVarianceProblem p, double[] w) {
    double size = Double.MIN_NORMAL;
    for (int i = 0; i < w.length; i++) {
      double change = w[i] - p.previous()[i];
      size += Math.abs(p.mu()[i] * w[i]) + p.eta() * change * change;
      for (int j = 0; j < w.length; j++) {
        size += 0.5 * p.lambda() * Math.abs(p.sigma()[i * w.length + j] * w[i] * w[j]);
      }
    }
    return size;
  }

  /** Minimises {@code w'(H/2)w - c'w}, multiplied so that the largest coefficient is 1. */
  private static Optimisation.Result ojAlgo(MeanVarianceProblem p) {
    int n = p.size();
    double unit = 1 / largestCoefficient(p);
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    model.options.iterations_abort = 1_000;
    model.options.time_abort = 2_000;
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
