package io.mirrorcore.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.SharpeProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Residuals worked out by hand, at the optimum and beside it. */
class SharpeCertificateTest {

  private static final double[] NONE = {};
  private static final double[] IDENTITY = {1, 0, 0, 1};

  /** Tangency portfolio (2/3, 1/3); nu = 0, as the ratio does not change with the size. */
  private final SharpeProblem p = problem(2, 1);

  @Test
  void isZeroAtTheTangencyPortfolioOnly() {
    assertThat(residual(p, 0, 2.0 / 3, 1.0 / 3)).isLessThan(1e-15);

    // e = 3/2, s^2 = 1/2: s g = (2, 1) - 3 (1/2, 1/2) = (1/2, -1/2), s G = 2 + 3/2.
    assertThat(residual(p, 0, 0.5, 0.5)).isCloseTo(1.0 / 7, within(1e-15));
  }

  @Test
  void findsTheMultiplierThatServesBest() {
    assertThat(SharpeCertificate.budgetMultiplier(p, new double[] {2.0 / 3, 1.0 / 3}, NONE))
        .isCloseTo(0, within(1e-15));
    // s g = (1/2, -1/2) at equal weights: halfway is 0.
    assertThat(SharpeCertificate.budgetMultiplier(p, new double[] {0.5, 0.5}, NONE))
        .isCloseTo(0, within(1e-15));
    // Nothing pays: the gradient of least variance, -2 w.
    assertThat(SharpeCertificate.budgetMultiplier(problem(-2, -3), new double[] {0.5, 0.5}, NONE))
        .isEqualTo(-1);
  }

  /** The least risky weights are no proof as long as something pays: 2 of at most 3. */
  @Test
  void doesNotCallLeastVarianceTheLargestRatio() {
    assertThat(residual(problem(2, -3), -1, 0.5, 0.5)).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(residual(problem(-2, -3), -1, 0.5, 0.5)).isZero();
  }

  /** Within the group nothing pays, which its second multiplier proves: 2 - z = -3, z cap = 0. */
  @Test
  void provesByAGroupThatNothingPays() {
    SharpeProblem grouped =
        new SharpeProblem(
            new Moments(new double[] {2, -3}, IDENTITY),
            0,
            Box.upTo(1, 2),
            List.of(new GroupCap("g", new int[] {0}, 0)));
    double[] safest = {0, 1};
    PrimalDualPoint proved = PrimalDualPoint.of(safest, -2, new double[] {2, 5}, 0);
    PrimalDualPoint unproved = PrimalDualPoint.of(safest, -2, new double[] {2}, 0);

    assertThat(SharpeCertificate.residual(grouped, proved)).isZero();
    assertThat(SharpeCertificate.residual(grouped, unproved)).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void leavesOnlyFeasibilityToCheckWhereAGainIsRiskless() {
    SharpeProblem riskless =
        new SharpeProblem(
            new Moments(new double[] {1, 2}, new double[] {0, 0, 0, 4}),
            0,
            Box.upTo(1, 2),
            List.of());

    assertThat(residual(riskless, 0, 1, 0)).isZero();
    assertThat(residual(riskless, 0, 0.75, 0)).isEqualTo(0.25);
  }

  @Test
  void isInfiniteForWhatAreNoNumbers() {
    assertThat(residual(p, 1, Double.NaN, 1)).isInfinite();
    assertThat(residual(p, 1, 1)).isInfinite();
    assertThat(residual(p, Double.NaN, 1.0 / 3, 2.0 / 3)).isInfinite();
    PrimalDualPoint odd = PrimalDualPoint.of(new double[] {0.5, 0.5}, 0, new double[1], 0);
    assertThat(SharpeCertificate.residual(p, odd)).isInfinite();
  }

  private static SharpeProblem problem(double mu0, double mu1) {
    Moments moments = new Moments(new double[] {mu0, mu1}, IDENTITY);
    return new SharpeProblem(moments, 0, Box.upTo(1, 2), List.of());
  }

  private static double residual(SharpeProblem p, double nu, double... weights) {
    return SharpeCertificate.residual(p, PrimalDualPoint.of(weights, nu, 0));
  }
}
