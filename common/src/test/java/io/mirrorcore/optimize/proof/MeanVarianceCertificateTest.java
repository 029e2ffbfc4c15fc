package io.mirrorcore.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanVarianceCertificateTest {

  /** Optimum (3/4, 1/4) with nu = -1/4; G = max(1/2 + 3/4, 0 + 1/4) = 5/4. */
  private final MeanVarianceProblem p = problem(1);

  @Test
  void isZeroAtTheOptimum() {
    double[] optimum = {0.75, 0.25};

    assertThat(MeanVarianceCertificate.budgetMultiplier(p, optimum)).isEqualTo(-0.25);
    assertThat(MeanVarianceCertificate.residual(p, optimum, -0.25)).isZero();
  }

  /** At (1/2, 1/2) the gradients are 0 and -1/2, G = 1: a quarter away from their middle. */
  @Test
  void measuresHowFarGradientsDisagree() {
    double[] equal = {0.5, 0.5};

    assertThat(MeanVarianceCertificate.budgetMultiplier(p, equal)).isEqualTo(-0.25);
    assertThat(MeanVarianceCertificate.residual(p, equal, -0.25)).isEqualTo(0.25);
    assertThat(MeanVarianceCertificate.residual(p, equal, 0)).isEqualTo(0.5);
  }

  @Test
  void seesAMissedBudgetAndABrokenBound() {
    assertThat(MeanVarianceCertificate.residual(p, new double[] {0.75, 0.25 - 1e-6}, -0.25))
        .isCloseTo(1e-6, within(1e-12));
    double[] overCap = {0.6 + 1e-7, 0.4 - 1e-7};
    assertThat(MeanVarianceCertificate.residual(problem(0.6), overCap, -0.4))
        .isBetween(0.9e-7, 1.1e-7);
  }

  /** The cap takes up the gain of the first strategy, but only for a weight that is at it. */
  @Test
  void seesAWeightThatIsAlmostAtTheBoundThatShouldBind() {
    assertThat(MeanVarianceCertificate.residual(problem(0.6), new double[] {0.6, 0.4}, -0.4))
        .isZero();
    double[] almost = {0.6 - 1e-6, 0.4 + 1e-6};
    assertThat(MeanVarianceCertificate.residual(problem(0.6), almost, -0.4))
        .isBetween(0.9e-6, 1.1e-6);
  }

  /** Lower bounds hold back what loses; they excuse nothing that gains. */
  @Test
  void seesAWeightAtTheWrongBound() {
    double[] wrong = {0, 1};
    double multiplier = MeanVarianceCertificate.budgetMultiplier(p, wrong);

    assertThat(MeanVarianceCertificate.residual(p, wrong, multiplier)).isGreaterThan(0.1);
  }

  @Test
  void doesNotMindTheUnit() {
    double[] mu = {0.5e-10, 0};
    double[] sigma = {1e-10, 0, 0, 1e-10};
    MeanVarianceProblem small =
        MeanVarianceProblem.withCap(
            new Moments(mu, sigma), new Penalties(1, 0, new double[] {0.5, 0.5}), 1);

    assertThat(MeanVarianceCertificate.residual(small, new double[] {0.5, 0.5}, -0.25e-10))
        .isCloseTo(0.25, within(1e-15));
  }

  @Test
  void isInfiniteForWhatAreNoWeights() {
    assertThat(MeanVarianceCertificate.residual(p, new double[] {Double.NaN, 1}, 0)).isInfinite();
    assertThat(MeanVarianceCertificate.residual(p, new double[] {0.75, 0.25}, Double.NaN))
        .isInfinite();
    assertThat(MeanVarianceCertificate.residual(p, new double[] {1}, 0)).isInfinite();
    assertThat(MeanVarianceCertificate.residual(p, new double[] {1e308, 1e308}, 0)).isInfinite();
  }

  @Test
  void hasAMultiplierWhereNoWeightIsFree() {
    MeanVarianceProblem full = problem(0.5);
    assertThat(MeanVarianceCertificate.budgetMultiplier(full, new double[] {0.5, 0.5}))
        .isEqualTo(-0.5);

    double[] fixed = {0.5, 0.5};
    MeanVarianceProblem rigid =
        new MeanVarianceProblem(
            new Moments(p.mu(), p.sigma()), new Penalties(1, 0, fixed), new Box(fixed, fixed));
    assertThat(MeanVarianceCertificate.budgetMultiplier(rigid, fixed)).isZero();
    assertThat(MeanVarianceCertificate.residual(rigid, fixed, 0)).isZero();
  }

  /** Least variance of three alike, two of them capped at 0.4 together: nu = -1.2, y = 0.8. */
  @Test
  void seesABrokenCapAndAMultiplierOfTheWrongSign() {
    MeanVarianceProblem alike =
        MeanVarianceProblem.leastVariance(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, Box.upTo(1, 3));
    List<GroupCap> flow = List.of(new GroupCap("flow", new int[] {0, 1}, 0.4));
    double[] best = {0.2, 0.2, 0.6};
    double[] equal = {1.0 / 3, 1.0 / 3, 1.0 / 3};

    assertThat(grouped(alike, flow, best, -1.2, 0.8)).isLessThan(1e-15);
    assertThat(grouped(alike, flow, best, -1.2, 0)).isGreaterThan(0.1);
    assertThat(grouped(alike, flow, best, -1.2)).isInfinite();
    assertThat(grouped(alike, flow, equal, -2.0 / 3, 0)).isCloseTo(2.0 / 3 - 0.4, within(1e-15));
    List<GroupCap> all = List.of(new GroupCap("all", new int[] {0, 1, 2}, 1));
    assertThat(grouped(alike, all, equal, 1.0 / 3, -1))
        .as("as if the cap were a floor")
        .isGreaterThan(0.1);
  }

  @Test
  void takesOffTheMultipliersOfGroupsBeforeThatOfTheBudget() {
    MeanVarianceProblem alike =
        MeanVarianceProblem.leastVariance(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, Box.upTo(1, 3));
    List<GroupCap> flow = List.of(new GroupCap("flow", new int[] {0, 1}, 0.4));

    assertThat(
            MeanVarianceCertificate.budgetMultiplier(
                alike, flow, new double[] {0.8}, new double[] {0.2, 0.2, 0.6}))
        .isCloseTo(-1.2, within(1e-15));
  }

  private static double grouped(
      MeanVarianceProblem p, List<GroupCap> groups, double[] weights, double nu, double... y) {
    return MeanVarianceCertificate.residual(p, groups, PrimalDualPoint.of(weights, nu, y, 0));
  }

  private static MeanVarianceProblem problem(double cap) {
    double[] sigma = {1, 0, 0, 1};
    double[] previous = {0.5, 0.5};
    return MeanVarianceProblem.withCap(
        new Moments(new double[] {0.5, 0}, sigma), new Penalties(1, 0, previous), cap);
  }
}
