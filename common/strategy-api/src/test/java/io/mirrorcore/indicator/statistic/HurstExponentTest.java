package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HurstExponentTest {

  private static double[] walk(long seed, int closes) {
    Random random = new Random(seed);
    double[] walk = new double[closes];
    double close = 100;
    for (int i = 0; i < closes; i++) {
      close *= Math.exp(0.01 * random.nextGaussian());
      walk[i] = close;
    }
    return walk;
  }

  private static double batch(double[] closes, int scale) {
    SimpleRegression line = new SimpleRegression();
    for (int lag = 1; lag <= scale; lag++) {
      double sum = 0;
      for (int i = lag; i < closes.length; i++) {
        sum += Math.pow(Math.log(closes[i] / closes[i - lag]), 2);
      }
      line.addData(Math.log(lag), Math.log(Math.sqrt(sum / (closes.length - lag))));
    }
    return line.getSlope();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesWhatTheWholeWindowGives(long seed) {
    double[] closes = walk(seed, 400);
    HurstExponent hurst = new HurstExponent(120, 30);
    for (int t = 0; t < closes.length; t++) {
      assertThat(hurst.isReady()).isEqualTo(t >= 120);
      hurst.add(closes[t]);
      if (t >= 119) {
        double[] window = Arrays.copyOfRange(closes, t - 119, t + 1);
        for (int scale : new int[] {2, 5, 30}) {
          assertThat(hurst.value(scale)).isCloseTo(batch(window, scale), within(1e-11));
        }
      }
    }
  }

  @Test
  void anExtremeLeavesNothingBehind() {
    double[] closes = walk(4, 400);
    closes[50] = 1e-8;
    closes[51] = 1e8;
    HurstExponent hurst = new HurstExponent(120, 30);
    for (int t = 0; t < closes.length; t++) {
      hurst.add(closes[t]);
      double[] window = Arrays.copyOfRange(closes, Math.max(0, t - 119), t + 1);
      if (t >= 119) {
        // Rounding of the extreme stays for at most one round of the 30 lags.
        boolean leaving = t >= 169 && t < 171 + 30;
        assertThat(hurst.value(30)).isCloseTo(batch(window, 30), within(leaving ? 1e-6 : 1e-11));
      }
    }
  }

  @Test
  void aStraightLineHasExponentOneAndAZigzagNone() {
    HurstExponent line = new HurstExponent(60, 10);
    HurstExponent zigzag = new HurstExponent(60, 10);
    for (int i = 0; i < 100; i++) {
      line.add(Math.exp(0.01 * i));
      zigzag.add(i % 3 == 0 ? 100 : 101);
    }
    assertThat(line.value(10)).isCloseTo(1, within(1e-9));
    // Closes three bars apart are always equal: no logarithm, no exponent.
    assertThat(zigzag.value(10)).isEqualTo(HurstExponent.RANDOM_WALK);
    assertThat(zigzag.value(2)).isCloseTo(0, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 0.1, 1e8})
  void pricesThatDoNotMoveSayNothing(double close) {
    HurstExponent hurst = new HurstExponent(50, 10);
    for (int i = 0; i < 80; i++) {
      hurst.add(close);
    }
    assertThat(hurst.value(10)).isEqualTo(HurstExponent.RANDOM_WALK);
  }

  /** By simulation elsewhere (NumPy, 4,000 walks): median 0.484, 90 % within 0.343 to 0.609. */
  @Test
  void aRandomWalkIsNeitherTrendingNorReverting() {
    double[] exponents = new double[1000];
    for (int seed = 0; seed < exponents.length; seed++) {
      HurstExponent hurst = new HurstExponent(250, 40);
      for (double close : walk(seed, 250)) {
        hurst.add(close);
      }
      exponents[seed] = hurst.value(40);
    }
    Arrays.sort(exponents);
    assertThat(exponents[500]).isCloseTo(0.484, within(0.02));
    assertThat(exponents[50]).isCloseTo(0.343, within(0.02));
    assertThat(exponents[950]).isCloseTo(0.609, within(0.02));
  }

  @Test
  void loadsWhatItSaved() {
    HurstExponent straight = new HurstExponent(60, 10);
    HurstExponent restored = new HurstExponent(60, 10);
    for (double close : walk(5, 200)) {
      straight.add(close);
      restored.add(close);
      assertThat(Saved.bytes(restored)).isEqualTo(Saved.bytes(straight));
      restored = Saved.copy(straight, new HurstExponent(60, 10));
    }
    assertThat(restored.value(10)).isEqualTo(straight.value(10));
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new HurstExponent(40, 40))
        .hasMessage("closes must be more than longestLag, 40; have 40");
    assertThatThrownBy(() -> new HurstExponent(40, 1))
        .hasMessage("longestLag must be at least 2; have 1");
    assertThatThrownBy(() -> new HurstExponent(40, 10).value(11))
        .hasMessage("scale must be in [2, 10]; have 11");
  }
}
