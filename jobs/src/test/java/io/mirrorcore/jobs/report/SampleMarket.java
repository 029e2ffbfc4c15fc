package io.mirrorcore.jobs.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded random walks of 19 strategies over daily bars, changing regimes, and random weights. */
final class SampleMarket {

  static final double BARS_PER_YEAR = 252;
  static final int TEST = 30;
  static final long FIRST = Instant.parse("2018-01-02T21:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000;

  static final List<String> STRATEGIES =
      List.of(
          "ANOMALY_DETECTION",
          "BAYESIAN_UPDATER",
          "CAUSALITY_DETECTOR",
          "CORRELATION_MATRIX",
          "ENTROPY_MEASURE",
          "FRACTAL_GEOMETRY",
          "GRADIENT_TREND",
          "LIQUIDITY_FLOW",
          "MEAN_REVERSION",
          "MICROSTRUCTURE",
          "MOMENTUM_BREAKOUT",
          "OPTION_FLOW",
          "PAIRS_TRADING",
          "REGIME_CHANGE",
          "RL_AGENT",
          "SENTIMENT_MOMENTUM",
          "UT_BOT",
          "VOLATILITY_REGIME",
          "VOLUME_SR");

  final int bars;
  final long[] times;
  final double[][] returns;
  final double[][] weights;
  final SplittableRandom random;

  SampleMarket(int bars, long seed) {
    this.bars = bars;
    random = new SplittableRandom(seed);
    times = weekdays(bars);
    returns = strategyReturns();
    weights = randomWeights();
  }

  private static long[] weekdays(int bars) {
    long[] times = new long[bars];
    long time = FIRST;
    for (int i = 0; i < bars; i++) {
      times[i] = time;
      boolean friday = Math.floorMod(time / DAY + 4, 7) == 5;
      time += friday ? 3 * DAY : DAY;
    }
    return times;
  }

  private double[][] strategyReturns() {
    double[][] all = new double[STRATEGIES.size()][bars];
    double[] drift = new double[all.length];
    double[] beta = new double[all.length];
    for (int s = 0; s < all.length; s++) {
      drift[s] = 0.00012 * gaussian();
      beta[s] = 0.5 + 0.6 * gaussian();
    }
    for (int t = 0; t < bars; t++) {
      double market = volatility(t) * gaussian();
      for (int s = 0; s < all.length; s++) {
        all[s][t] = drift[s] + 0.5 * beta[s] * market + 0.6 * volatility(t) * gaussian();
      }
    }
    return all;
  }

  private static double volatility(int t) {
    return regime(t).equals("VOLATILE") ? 0.012 : 0.005;
  }

  static String regime(int t) {
    return switch ((t / 37 + t / 91) % 7) {
      case 0, 4 -> "TRENDING";
      case 1, 5 -> "RANGING";
      case 2 -> "VOLATILE";
      default -> "MIXED";
    };
  }

  private double gaussian() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private double[][] randomWeights() {
    double[][] rows = new double[(bars + TEST - 1) / TEST][];
    double[] last = new double[STRATEGIES.size()];
    for (int r = 0; r < rows.length; r++) {
      double[] row = new double[last.length];
      double sum = 0;
      for (int s = 0; s < row.length; s++) {
        row[s] = Math.max(0, 0.8 * last[s] + 0.05 * gaussian());
        sum += row[s];
      }
      for (int s = 0; s < row.length; s++) {
        row[s] = sum > 0 ? row[s] / sum : 1.0 / row.length;
      }
      rows[r] = row;
      last = row;
    }
    return rows;
  }

  /** Return by bar; of equal weights where there are no rows. */
  double[] portfolio(double[][] rows) {
    double[] total = new double[bars];
    for (int t = 0; t < bars; t++) {
      for (int s = 0; s < returns.length; s++) {
        total[t] += (rows == null ? 1.0 / returns.length : rows[t / TEST][s]) * returns[s][t];
      }
    }
    return total;
  }

  double[] inverseVolatility() {
    double[][] one = new double[1][returns.length];
    double sum = 0;
    for (int s = 0; s < returns.length; s++) {
      one[0][s] = 1 / deviation(returns[s]);
      sum += one[0][s];
    }
    double[][] rows = new double[weights.length][];
    for (int s = 0; s < returns.length; s++) {
      one[0][s] /= sum;
    }
    Arrays.fill(rows, one[0]);
    return portfolio(rows);
  }

  static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> factor * v).toArray();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  static double sharpe(double[] values) {
    return mean(values) / deviation(values) * Math.sqrt(BARS_PER_YEAR);
  }
}
