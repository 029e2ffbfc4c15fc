package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoSpeedCovarianceTest {

  /** Half-lives of one row: weights 1/3, 2/3; only the newest row in the fast window. */
  @Test
  void isWorkedOutByHand() {
    TwoSpeeds speeds = new TwoSpeeds(1, 1, 1, 0.25, 0.1);
    TwoSpeedCovariance found = TwoSpeedCovariance.of(new double[][] {{3, 3}, {0, 6}}, 1, speeds);

    // G^2 = 9/3 = 3 and 9/3 + 2/3 * 36 = 27; C = 3 / 9; D = max(0, sqrt(3)/4) and 6.
    double d = Math.sqrt(3) / 4;
    assertThat(found.volatility()).containsExactly(new double[] {d, 6}, within(1e-15));
    assertThat(found.covariance().matrix())
        .containsExactly(new double[] {d * d, 0.3 * d * 6, 0.3 * d * 6, 36}, within(1e-14));
  }

  @Test
  void hasItsHalfLivesInDaysWhateverAPeriodIs() {
    double[][] returns = RandomReturns.of(new Random(1), 300, 3);
    TwoSpeeds days = new TwoSpeeds(14, 70, 140, 0.25, 0.1);
    TwoSpeeds weeks = new TwoSpeeds(2, 10, 20, 0.25, 0.1);

    assertThat(TwoSpeedCovariance.of(returns, 7, days).covariance().matrix())
        .containsExactly(TwoSpeedCovariance.of(returns, 1, weeks).covariance().matrix());
  }

  @Test
  void isACovarianceAtAnyTime() {
    Random random = new Random(2);
    for (int k = 1; k < 60; k++) {
      double[][] returns = RandomReturns.of(random, k, 1 + k % 19);
      Covariance sigma = TwoSpeedCovariance.of(returns, 1, TwoSpeeds.defaults()).covariance();
      assertThat(ConditionNumber.of(sigma)).isGreaterThanOrEqualTo(1).isLessThan(1e6);
    }
  }

  @Test
  void givesAStrategyThatNeverMovedNoVariance() {
    TwoSpeedCovariance found =
        TwoSpeedCovariance.of(new double[][] {{0, 0.1}, {0, -0.1}}, 1, TwoSpeeds.defaults());

    assertThat(found.volatility()[0]).isZero();
    assertThat(found.covariance().get(0, 0)).isZero();
    assertThat(found.covariance().get(0, 1)).isZero();
  }

  @Test
  void refusesSpeedsThatAreNone() {
    assertThatThrownBy(() -> new TwoSpeeds(0, 240, 250, 0.25, 0.1))
        .hasMessage("volatility half-life must be above 0 and finite; have 0.0");
    assertThatThrownBy(() -> new TwoSpeeds(40, 240, 250, 0.25, Double.NaN))
        .hasMessage("correlation shrinkage must be in [0, 1]; have NaN");
  }
}
