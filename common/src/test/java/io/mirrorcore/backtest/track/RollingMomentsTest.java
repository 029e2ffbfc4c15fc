package io.mirrorcore.backtest.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RollingMomentsTest {

  /**
   * Window 2, four bars to a year. Bars 1 and 2: y -0.02, 0.04, x -0.01, 0.01: deviations of y
   * 0.03, of x 0.01; volatility sqrt(4 (2 * 0.0009)), beta 3.
   */
  @Test
  void aWindowIsAsByHand() {
    RollingMoments rolling =
        RollingMoments.of(new double[] {0.1, -0.02, 0.04}, new double[] {0.05, -0.01, 0.01}, 2, 4);
    assertThat(rolling.volatility()).hasSize(3);
    assertThat(rolling.volatility().get(0)).isNull();
    assertThat(rolling.volatility().get(2)).isCloseTo(Math.sqrt(0.0072), within(1e-15));
    assertThat(rolling.beta().get(0)).isNull();
    assertThat(rolling.beta().get(1)).isCloseTo(2, within(1e-12));
    assertThat(rolling.beta().get(2)).isCloseTo(3, within(1e-12));
  }

  @Test
  void anyWindowIsWhatItsBarsAloneGive() {
    SplittableRandom random = new SplittableRandom(9);
    double[] x = new double[500];
    double[] y = new double[500];
    for (int t = 0; t < x.length; t++) {
      x[t] = 0.02 * (random.nextDouble() - 0.5) * (t < 200 ? 1e3 : 1);
      y[t] = 0.4 * x[t] + 0.01 * (random.nextDouble() - 0.5);
    }
    for (int window : new int[] {2, 7, 40, 499, 500}) {
      RollingMoments rolling = RollingMoments.of(y, x, window, 252);
      for (int t = window - 1; t < 500; t++) {
        double[] both = moments(x, y, t - window + 1, t);
        assertThat(rolling.volatility().get(t))
            .isCloseTo(Math.sqrt(both[0] * 252), within(1e-10 * (1 + both[0])));
        assertThat(rolling.beta().get(t)).isCloseTo(both[1], within(1e-7));
      }
    }
  }

  private static double[] moments(double[] x, double[] y, int from, int to) {
    double meanX = 0;
    double meanY = 0;
    int n = to - from + 1;
    for (int t = from; t <= to; t++) {
      meanX += x[t] / n;
      meanY += y[t] / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int t = from; t <= to; t++) {
      xx += (x[t] - meanX) * (x[t] - meanX);
      xy += (x[t] - meanX) * (y[t] - meanY);
      yy += (y[t] - meanY) * (y[t] - meanY);
    }
    return new double[] {yy / (n - 1), xy / xx};
  }

  @Test
  void nothingThatHasLeftTheWindowIsLeft() {
    double[] y = new double[30];
    for (int t = 0; t < 10; t++) {
      y[t] = t % 2 == 0 ? 0.3 : -0.3;
    }
    RollingMoments rolling = RollingMoments.of(y, y.clone(), 7, 252);
    assertThat(rolling.volatility().get(29)).isZero();
    assertThat(rolling.beta().get(29)).isZero();
    assertThat(rolling.beta().get(9)).isCloseTo(1, within(1e-12));
  }

  @Test
  void withoutAnotherSeriesThereIsNoBeta() {
    assertThat(RollingMoments.of(new double[3], null, 2, 252).beta()).isNull();
    assertThatThrownBy(() -> RollingMoments.of(new double[3], null, 1, 252))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("have 1");
  }
}
