package io.mirrorcore.backtest.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReturnDistributionTest {

  private static double quantile(ReturnDistribution shape, double level) {
    return shape.quantiles().stream()
        .filter(quantile -> quantile.level() == level)
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** -0.02, -0.01, 0, 0.01, 0.04: the median is 0, a quarter is at place 1, 5 % at place 0.2. */
  @Test
  void quantilesAreAsByHand() {
    ReturnDistribution shape =
        ReturnDistribution.of("Ensemble", new double[] {0.01, -0.02, 0.04, 0, -0.01});
    assertThat(quantile(shape, 0.5)).isZero();
    assertThat(quantile(shape, 0.25)).isEqualTo(-0.01);
    assertThat(quantile(shape, 0.05)).isCloseTo(-0.018, within(1e-15));
    assertThat(quantile(shape, 0)).isEqualTo(-0.02);
    assertThat(quantile(shape, 1)).isEqualTo(0.04);
  }

  /** IQR 0.01 - -0.01 = 0.02; width 0.04 / cbrt 5 = 0.0234: bins from -0.0234, 0 and 0.0234. */
  @Test
  void binsAreAsByHandAndZeroIsAnEdge() {
    ReturnDistribution.Histogram histogram =
        ReturnDistribution.of("A", new double[] {0.01, -0.02, 0.04, 0, -0.01}).histogram();
    double width = 0.04 / Math.cbrt(5);
    assertThat(histogram.width()).isCloseTo(width, within(1e-15));
    assertThat(histogram.from()).isCloseTo(-width, within(1e-15));
    assertThat(histogram.counts()).containsExactly(2, 2, 1);
    assertThat(histogram.below()).isZero();
    assertThat(histogram.above()).isZero();
  }

  @Test
  void everyBarIsCountedOnceHoweverFarOut() {
    SplittableRandom random = new SplittableRandom(5);
    double[] returns = new double[5_000];
    for (int t = 0; t < returns.length; t++) {
      double u = random.nextDouble() - 0.5;
      returns[t] = 0.01 * u / (0.5001 - Math.abs(u)); // tails far beyond a normal one's
    }
    ReturnDistribution.Histogram histogram = ReturnDistribution.of("A", returns).histogram();
    assertThat(histogram.counts().length).isBetween(10, ReturnDistribution.MOST_BINS + 2);
    assertThat(Arrays.stream(histogram.counts()).sum() + histogram.below() + histogram.above())
        .isEqualTo(5_000);
    assertThat(histogram.below()).isPositive();
    assertThat(histogram.above()).isPositive();
    double edge = histogram.from() / histogram.width();
    assertThat(edge).isCloseTo(Math.rint(edge), within(1e-9));
  }

  @Test
  void returnsThatNeverVaryAreOneBin() {
    for (double same : new double[] {0, 0.02, -1e-7, 1e4}) {
      double[] returns = new double[40];
      Arrays.fill(returns, same);
      ReturnDistribution.Histogram histogram = ReturnDistribution.of("A", returns).histogram();
      assertThat(Arrays.stream(histogram.counts()).sum()).as("%s", same).isEqualTo(40);
      assertThat(histogram.width()).isPositive();
    }
    assertThat(ReturnDistribution.of("A", new double[] {0.5}).histogram().counts()).hasSize(1);
  }
}
