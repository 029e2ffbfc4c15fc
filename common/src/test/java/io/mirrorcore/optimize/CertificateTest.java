package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Residuals worked out by hand, at the optimum and beside it. */
class CertificateTest {

  private static final double[] NONE = {};
  private static final double[] IDENTITY = {1, 0, 0, 1};

  /** Tangency portfolio (2/3, 1/3); nu = 0, as the ratio does not change with the size. */
  private final WeightProblem sharpe =
      WeightProblem.withCap(Objective.MAX_SHARPE, new double[] {2, 1}, IDENTITY, 1);

  private final WeightProblem parity =
      WeightProblem.withCap(Objective.RISK_PARITY, new double[2], IDENTITY, 1);

  private final WeightProblem tail =
      WeightProblem.withCap(Objective.CVAR, new double[2], IDENTITY, 1)
          .withScenarios(new double[][] {{-2, 0}, {0, -1}}, 0.5);

  @Test
  void isZeroAtTheTangencyPortfolioOnly() {
    double[] tangency = {2.0 / 3, 1.0 / 3};
    assertThat(Certificate.residual(sharpe, tangency, 0, NONE, NONE)).isLessThan(1e-15);

    // e = 3/2, s^2 = 1/2: s g = (2, 1) - 3 (1/2, 1/2) = (1/2, -1/2), s G = 2 + 3/2.
    double[] equal = {0.5, 0.5};
    assertThat(Certificate.residual(sharpe, equal, 0, NONE, NONE))
        .isCloseTo(1.0 / 7, within(1e-15));
  }

  /** The least risky weights are no proof as long as something pays: 2 of at most 2. */
  @Test
  void doesNotCallLeastVarianceTheLargestRatio() {
    WeightProblem mixed =
        WeightProblem.withCap(Objective.MAX_SHARPE, new double[] {2, -3}, IDENTITY, 1);
    assertThat(Certificate.residual(mixed, new double[] {0.5, 0.5}, -1, NONE, NONE))
        .isCloseTo(2.0 / 3, within(1e-15));

    WeightProblem losing =
        WeightProblem.withCap(Objective.MAX_SHARPE, new double[] {-2, -3}, IDENTITY, 1);
    assertThat(Certificate.residual(losing, new double[] {0.5, 0.5}, -1, NONE, NONE)).isZero();
  }

  /** Contributions 0.16 and 0.04 where t/2 = 0.1 is wanted: off by 0.06 of 0.26 and of 0.14. */
  @Test
  void measuresHowUnequalContributionsAre() {
    assertThat(Certificate.residual(parity, new double[] {0.5, 0.5}, 0.5, NONE, NONE)).isZero();
    assertThat(Certificate.residual(parity, new double[] {0.4, 0.2}, 0.2, NONE, NONE))
        .as("the sum is wrong too, by 0.4")
        .isCloseTo(3.0 / 7, within(1e-14));
    assertThat(Certificate.residual(parity, new double[] {0.5, 0.5}, 0, NONE, NONE)).isInfinite();
    assertThat(Certificate.residual(parity, new double[] {1.5, -0.5}, 0.5, NONE, NONE))
        .isInfinite();
  }

  @Test
  void boundsTheTailLossFromBelow() {
    double[] best = {1.0 / 3, 2.0 / 3};
    double[] proof = {1.0 / 3, 2.0 / 3};
    assertThat(Certificate.residual(tail, best, -2.0 / 3, NONE, proof)).isLessThan(1e-15);

    // (1/2, 1/2) loses 1 in the worst scenario, 1/3 more than need be; the largest |r| is 2.
    assertThat(Certificate.residual(tail, new double[] {0.5, 0.5}, -2.0 / 3, NONE, proof))
        .isCloseTo(1.0 / 6, within(1e-15));
    // (1/2, 1/2) bounds the loss by 1/2 only.
    assertThat(Certificate.residual(tail, best, -0.5, NONE, new double[] {0.5, 0.5}))
        .isCloseTo(1.0 / 12, within(1e-15));
  }

  @Test
  void refusesScenarioWeightsThatAreNone() {
    double[] best = {1.0 / 3, 2.0 / 3};
    assertThat(Certificate.residual(tail, best, -2.0 / 3, NONE, new double[] {0.5, 0.75}))
        .isGreaterThanOrEqualTo(0.25);
    assertThat(Certificate.residual(tail, best, -2.0 / 3, NONE, new double[] {-0.1, 1.1}))
        .isGreaterThanOrEqualTo(0.1);
    assertThat(Certificate.residual(tail, best, -2.0 / 3, NONE, NONE)).isInfinite();
  }

  @Test
  void seesABrokenCapAndAMultiplierOfTheWrongSign() {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    WeightProblem p =
        WeightProblem.withCap(Objective.MIN_VARIANCE, new double[3], sigma, 1)
            .withGroups(List.of(new GroupCap("flow", new int[] {0, 1}, 0.4)));
    double[] best = {0.2, 0.2, 0.6};

    assertThat(Certificate.residual(p, best, -1.2, new double[] {0.8}, NONE)).isLessThan(1e-15);
    assertThat(Certificate.residual(p, best, -1.2, new double[] {0}, NONE)).isGreaterThan(0.1);
    assertThat(Certificate.residual(p, best, -1.2, NONE, NONE)).isInfinite();
    double[] equal = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    assertThat(Certificate.residual(p, equal, -2.0 / 3, new double[] {0}, NONE))
        .isCloseTo(2.0 / 3 - 0.4, within(1e-15));
    WeightProblem other = p.withGroups(List.of(new GroupCap("flow", new int[] {0, 1, 2}, 1)));
    assertThat(Certificate.residual(other, equal, 1.0 / 3, new double[] {-1}, NONE))
        .as("as if the cap were a floor")
        .isGreaterThan(0.1);
  }

  @Test
  void isInfiniteForWhatAreNoNumbers() {
    double[] broken = {Double.NaN, 1};
    double[] proof = {1.0 / 3, 2.0 / 3};
    for (WeightProblem p : List.of(sharpe, parity, tail)) {
      assertThat(Certificate.residual(p, broken, 1, NONE, proof)).isInfinite();
      assertThat(Certificate.residual(p, new double[] {1}, 1, NONE, proof)).isInfinite();
      assertThat(Certificate.residual(p, proof, Double.NaN, NONE, proof)).isInfinite();
    }
  }
}
