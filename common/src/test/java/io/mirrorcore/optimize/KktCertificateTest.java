package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KktCertificateTest {

  /** Optimum (3/4, 1/4) with nu = -1/4; G = max(1/2 + 3/4, 0 + 1/4) = 5/4. */
  private final MeanVarianceProblem p = problem(1);

  @Test
  void isZeroAtTheOptimum() {
    double[] optimum = {0.75, 0.25};

    assertThat(KktCertificate.budgetMultiplier(p, optimum)).isEqualTo(-0.25);
    assertThat(KktCertificate.residual(p, optimum, -0.25)).isZero();
  }

  /** At (1/2, 1/2) the gradients are 0 and -1/2, G = 1: a quarter away from their middle. */
  @Test
  void measuresHowFarGradientsDisagree() {
    double[] equal = {0.5, 0.5};

    assertThat(KktCertificate.budgetMultiplier(p, equal)).isEqualTo(-0.25);
    assertThat(KktCertificate.residual(p, equal, -0.25)).isEqualTo(0.25);
    assertThat(KktCertificate.residual(p, equal, 0)).isEqualTo(0.5);
  }

  @Test
  void seesAMissedBudgetAndABrokenBound() {
    assertThat(KktCertificate.residual(p, new double[] {0.75, 0.25 - 1e-6}, -0.25))
        .isCloseTo(1e-6, within(1e-12));
    double[] overCap = {0.6 + 1e-7, 0.4 - 1e-7};
    assertThat(KktCertificate.residual(problem(0.6), overCap, -0.4)).isBetween(0.9e-7, 1.1e-7);
  }

  /** The cap takes up the gain of the first strategy, but only for a weight that is at it. */
  @Test
  void seesAWeightThatIsAlmostAtTheBoundThatShouldBind() {
    assertThat(KktCertificate.residual(problem(0.6), new double[] {0.6, 0.4}, -0.4)).isZero();
    double[] almost = {0.6 - 1e-6, 0.4 + 1e-6};
    assertThat(KktCertificate.residual(problem(0.6), almost, -0.4)).isBetween(0.9e-6, 1.1e-6);
  }

  /** Lower bounds hold back what loses; they excuse nothing that gains. */
  @Test
  void seesAWeightAtTheWrongBound() {
    double[] wrong = {0, 1};
    double multiplier = KktCertificate.budgetMultiplier(p, wrong);

    assertThat(KktCertificate.residual(p, wrong, multiplier)).isGreaterThan(0.1);
  }

  @Test
  void doesNotMindTheUnit() {
    double[] mu = {0.5e-10, 0};
    double[] sigma = {1e-10, 0, 0, 1e-10};
    MeanVarianceProblem small =
        MeanVarianceProblem.withCap(mu, sigma, 1, 0, 1, new double[] {0.5, 0.5});

    assertThat(KktCertificate.residual(small, new double[] {0.5, 0.5}, -0.25e-10))
        .isCloseTo(0.25, within(1e-15));
  }

  @Test
  void isInfiniteForWhatAreNoWeights() {
    assertThat(KktCertificate.residual(p, new double[] {Double.NaN, 1}, 0)).isInfinite();
    assertThat(KktCertificate.residual(p, new double[] {0.75, 0.25}, Double.NaN)).isInfinite();
    assertThat(KktCertificate.residual(p, new double[] {1}, 0)).isInfinite();
    assertThat(KktCertificate.residual(p, new double[] {1e308, 1e308}, 0)).isInfinite();
  }

  @Test
  void hasAMultiplierWhereNoWeightIsFree() {
    MeanVarianceProblem full = problem(0.5);
    assertThat(KktCertificate.budgetMultiplier(full, new double[] {0.5, 0.5})).isEqualTo(-0.5);

    double[] fixed = {0.5, 0.5};
    MeanVarianceProblem rigid =
        new MeanVarianceProblem(p.mu(), p.sigma(), 1, 0, fixed, fixed, fixed);
    assertThat(KktCertificate.budgetMultiplier(rigid, fixed)).isZero();
    assertThat(KktCertificate.residual(rigid, fixed, 0)).isZero();
  }

  private static MeanVarianceProblem problem(double cap) {
    double[] sigma = {1, 0, 0, 1};
    double[] previous = {0.5, 0.5};
    return MeanVarianceProblem.withCap(new double[] {0.5, 0}, sigma, 1, 0, cap, previous);
  }
}
