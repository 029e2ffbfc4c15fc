package io.mirrorcore.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.RiskParityProblem;
import org.junit.jupiter.api.Test;

/** Residuals worked out by hand, at the optimum and beside it. */
class RiskParityCertificateTest {

  private static final double[] IDENTITY = {1, 0, 0, 1};
  private static final double[] EQUAL = {0.5, 0.5};

  private final RiskParityProblem p = new RiskParityProblem(IDENTITY, EQUAL, Box.upTo(1, 2));

  /** Contributions 0.16 and 0.04 where t/2 = 0.1 is wanted: off by 0.06 of 0.26 and of 0.14. */
  @Test
  void measuresHowUnequalContributionsAre() {
    assertThat(residual(p, 0.5, 0.5, 0.5)).isZero();
    assertThat(residual(p, 0.2, 0.4, 0.2))
        .as("the sum is wrong too, by 0.4")
        .isCloseTo(3.0 / 7, within(1e-14));
  }

  /** Shares of 4/5 and 1/5 are those of (2/3, 1/3): contributions 4/9 and 1/9. */
  @Test
  void wantsContributionsInTheProportionOfTheShares() {
    RiskParityProblem tilted =
        new RiskParityProblem(IDENTITY, new double[] {0.8, 0.2}, Box.upTo(1, 2));

    assertThat(residual(tilted, 5.0 / 9, 2.0 / 3, 1.0 / 3)).isLessThan(1e-15);
    assertThat(residual(tilted, 0.5, 0.5, 0.5)).isGreaterThan(0.1);
  }

  /** A cap excuses a contribution that is too small, and none that is too large. */
  @Test
  void excusesAStrategyAtItsCap() {
    RiskParityProblem capped =
        new RiskParityProblem(
            new double[] {0.01, 0, 0, 1}, EQUAL, new Box(new double[2], new double[] {0.6, 1}));

    // (Sigma w) w = 0.0036 of t/2 = 0.16 at the cap; 0.16 of 0.16 beside it.
    assertThat(residual(capped, 0.32, 0.6, 0.4)).isLessThan(1e-15);
    assertThat(residual(capped, 0.32, 0.59, 0.4)).isGreaterThan(0.005);
  }

  @Test
  void isInfiniteForWhatAreNoNumbers() {
    assertThat(residual(p, 0, 0.5, 0.5)).isInfinite();
    assertThat(residual(p, 0.5, 1.5, -0.5)).isInfinite();
    assertThat(residual(p, 1, Double.NaN, 1)).isInfinite();
    assertThat(residual(p, 1, 1)).isInfinite();
    assertThat(residual(p, Double.NaN, 0.5, 0.5)).isInfinite();
    PrimalDualPoint grouped = PrimalDualPoint.of(EQUAL, 0.5, new double[1], 0);
    assertThat(RiskParityCertificate.residual(p, grouped)).isInfinite();
  }

  private static double residual(RiskParityProblem p, double t, double... weights) {
    return RiskParityCertificate.residual(p, PrimalDualPoint.of(weights, t, 0));
  }
}
