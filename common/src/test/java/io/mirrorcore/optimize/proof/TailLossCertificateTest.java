package io.mirrorcore.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.TailLossProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Residuals worked out by hand, at the optimum and beside it. */
class TailLossCertificateTest {

  private static final double[] NONE = {};
  private static final double[][] SCENARIOS = {{-2, 0}, {0, -1}};
  private static final double[] BEST = {1.0 / 3, 2.0 / 3};

  private final TailLossProblem p = new TailLossProblem(SCENARIOS, 0.5, Box.upTo(1, 2), List.of());

  @Test
  void boundsTheTailLossFromBelow() {
    assertThat(residual(BEST, -2.0 / 3, 1.0 / 3, 2.0 / 3)).isLessThan(1e-15);

    // (1/2, 1/2) loses 1 in the worst scenario, 1/3 more than need be; the largest |r| is 2.
    assertThat(residual(new double[] {0.5, 0.5}, -2.0 / 3, 1.0 / 3, 2.0 / 3))
        .isCloseTo(1.0 / 6, within(1e-15));
    // (1/2, 1/2) bounds the loss by 1/2 only.
    assertThat(residual(BEST, -0.5, 0.5, 0.5)).isCloseTo(1.0 / 12, within(1e-15));
  }

  @Test
  void refusesScenarioWeightsThatAreNone() {
    assertThat(residual(BEST, -2.0 / 3, 0.5, 0.75)).isGreaterThanOrEqualTo(0.25);
    assertThat(residual(BEST, -2.0 / 3, -0.1, 1.1)).isGreaterThanOrEqualTo(0.1);
    assertThat(residual(BEST, -2.0 / 3)).isInfinite();
  }

  /** Capped at 1/4, the second loses less: 1.5 in the first scenario, all of the tail. */
  @Test
  void countsTheMultipliersOfGroups() {
    TailLossProblem grouped =
        new TailLossProblem(
            SCENARIOS, 0.5, Box.upTo(1, 2), List.of(new GroupCap("g", new int[] {1}, 0.25)));
    double[] weights = {0.75, 0.25};
    double[] first = {1, 0};

    // The first scenario alone: d = (-2 - nu, 0 - nu - y) = 0 for nu = -2, y = 2; 2 - 2/4 = 1.5.
    PrimalDualPoint proved = new PrimalDualPoint(weights, -2, new double[] {2}, first, 0);
    PrimalDualPoint negative = new PrimalDualPoint(weights, -2, new double[] {-2}, first, 0);
    assertThat(TailLossCertificate.residual(grouped, proved)).isZero();
    assertThat(TailLossCertificate.residual(grouped, negative)).isGreaterThanOrEqualTo(1);
    PrimalDualPoint ungrouped = new PrimalDualPoint(weights, -2, NONE, first, 0);
    assertThat(TailLossCertificate.residual(grouped, ungrouped)).isInfinite();
  }

  @Test
  void isInfiniteForWhatAreNoNumbers() {
    assertThat(residual(new double[] {Double.NaN, 1}, 1, BEST)).isInfinite();
    assertThat(residual(new double[] {1}, 1, BEST)).isInfinite();
    assertThat(residual(BEST, Double.NaN, BEST)).isInfinite();
  }

  private double residual(double[] weights, double nu, double... scenarioWeights) {
    return TailLossCertificate.residual(
        p, new PrimalDualPoint(weights, nu, NONE, scenarioWeights, 0));
  }
}
