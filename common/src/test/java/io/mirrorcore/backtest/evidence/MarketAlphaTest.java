package io.mirrorcore.backtest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarketAlphaTest {

  /** Exactly 0.001 + 2 x: no error is left. */
  @Test
  void isTheInterceptOfALine() {
    double[] market = {0.01, -0.02, 0.03, 0.00};
    double[] track = {0.021, -0.039, 0.061, 0.001};

    MarketAlpha found = MarketAlpha.of(track, market, 252);

    assertThat(found.beta()).isCloseTo(2, within(1e-12));
    assertThat(found.annual()).isCloseTo(0.252, within(1e-12));
    assertThat(found.low()).isCloseTo(0.252, within(1e-9));
  }

  /** The sandwich of the textbook: inv(X'X) (sum_l k_l sum z_t z_(t-l)') inv(X'X), z = (1, x) e. */
  @Test
  void hasTheErrorOfNeweyAndWest() {
    Random random = new Random(1);
    for (int n : new int[] {20, 100, 700}) {
      double[] x = new double[n];
      double[] y = new double[n];
      double memory = 0;
      for (int t = 0; t < n; t++) {
        x[t] = 0.002 + 0.01 * random.nextGaussian();
        memory = 0.4 * memory + 0.01 * random.nextGaussian();
        y[t] = 0.0005 + 0.6 * x[t] + memory;
      }
      MarketAlpha found = MarketAlpha.of(y, x, 1);
      double error = sandwich(x, y, found.annual(), found.beta());

      assertThat(found.t()).isCloseTo(found.annual() / error, within(1e-9));
      assertThat(found.high() - found.low())
          .isCloseTo(2 * 1.959963984540054 * error, within(1e-12));
    }
  }

  @Test
  void takesAsManyLagsAsTheRuleSays() {
    assertThat(MarketAlpha.lags(3)).isEqualTo(1);
    assertThat(MarketAlpha.lags(100)).isEqualTo(4);
    assertThat(MarketAlpha.lags(2520)).isEqualTo(8);
  }

  /** One in twenty, as an interval of 95 % should; memory in the errors included. */
  @Test
  void coversTheTruthNineteenTimesInTwenty() {
    Random random = new Random(2);
    int outside = 0;
    for (int run = 0; run < 1_000; run++) {
      double[] x = new double[500];
      double[] y = new double[500];
      double before = random.nextGaussian();
      for (int t = 0; t < 500; t++) {
        x[t] = 0.01 * random.nextGaussian();
        double now = random.nextGaussian();
        y[t] = 0.5 * x[t] + 0.005 * (now + 0.3 * before);
        before = now;
      }
      MarketAlpha found = MarketAlpha.of(y, x, 252);
      outside += found.low() > 0 || found.high() < 0 ? 1 : 0;
    }
    assertThat(outside).isBetween(35, 80);
  }

  @Test
  void isTheMeanWhereTheMarketNeverMoved() {
    MarketAlpha found = MarketAlpha.of(new double[] {0.01, 0.03, 0.02}, new double[3], 1);

    assertThat(found.beta()).isZero();
    assertThat(found.annual()).isCloseTo(0.02, within(1e-15));
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    assertThatThrownBy(() -> MarketAlpha.of(new double[4], new double[3], 252))
        .hasMessage("track and market must have the same 3 or more bars; have 4 and 3");
  }

  private static double sandwich(double[] x, double[] y, double alpha, double beta) {
    int n = x.length;
    double sum = 0;
    double squares = 0;
    for (double value : x) {
      sum += value;
      squares += value * value;
    }
    double determinant = n * squares - sum * sum;
    double[] row = {squares / determinant, -sum / determinant}; // of inv(X'X), the intercept's
    int lags = MarketAlpha.lags(n);
    double variance = 0;
    for (int lag = -lags; lag <= lags; lag++) {
      double weight = 1 - Math.abs(lag) / (lags + 1.0);
      for (int t = Math.max(0, lag); t < Math.min(n, n + lag); t++) {
        double now = (row[0] + row[1] * x[t]) * (y[t] - alpha - beta * x[t]);
        int s = t - lag;
        double then = (row[0] + row[1] * x[s]) * (y[s] - alpha - beta * x[s]);
        variance += weight * now * then;
      }
    }
    return Math.sqrt(variance);
  }
}
