package io.mirrorcore.backtest.evidence;

import io.mirrorcore.estimate.StationaryBootstrap;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals of a Sharpe ratio and of its difference to that of another series on the same bars, by
 * the studentised stationary bootstrap: Ledoit and Wolf (2008), "Robust performance hypothesis
 * testing with the Sharpe ratio", with Politis and Romano's (1994) blocks in place of circular
 * ones.
 *
 * <pre>
 *   D = SR_a - SR_b,  s its standard error;  D* and s* of each resample, the same rows for both
 *   interval = D -+ q s,  q the 95 % quantile of |D* - D| / s*
 * </pre>
 *
 * <p>Studentised because plain percentiles are too narrow with fat tails or few bars, and symmetric
 * because that errs less in small samples. The errors come from the delta method: a ratio moves
 * like the mean of its influences ({@link SharpeRows}). In the series, s^2 is the exact variance of
 * that mean under the bootstrap (Politis and Romano, lemma 1); in a resample, whose blocks are
 * independent, the sum of the squares of its blocks' sums. Where a resample has no variance, s
 * stands in for s*; where the series has none, the interval is a point.
 *
 * <p>The mean block is {@link BlockLength} of the influences, of the ratio or of the difference,
 * whichever is longer.
 */
public final class SharpeBootstrap {

  static final int RESAMPLES = 2000;
  public static final double LEVEL = 0.95;
  public static final double VERDICT_LEVEL = 0.99;

  private static final double NEGLIGIBLE = 1e-12;

  private final SharpeRows a;
  private final SharpeRows b;
  private final double meanBlock;
  private final double error;
  private final double differenceError;
  private final double[] distances = new double[RESAMPLES];
  private final double[] differenceDistances = new double[RESAMPLES];

  private SharpeBootstrap(SharpeRows a, SharpeRows b) {
    this.a = a;
    this.b = b;
    double[] influences = a.influences();
    double[] differences = b.influences();
    for (int row = 0; row < influences.length; row++) {
      differences[row] = influences[row] - differences[row];
    }
    meanBlock = Math.max(BlockLength.of(influences), BlockLength.of(differences));
    error = standardError(influences, meanBlock) / a.bars();
    differenceError = standardError(differences, meanBlock) / a.bars();
  }

  /**
   * Resamples two tracks together, block by block.
   *
   * @param a the series in question
   * @param b what it is compared with: as many bars
   * @param seed of the resamples
   */
  public static SharpeBootstrap of(SharpeRows a, SharpeRows b, long seed) {
    if (a.bars() != b.bars()) {
      throw new IllegalArgumentException(
          "series must have the same bars; have " + a.bars() + " and " + b.bars());
    }
    SharpeBootstrap bootstrap = new SharpeBootstrap(a, b);
    bootstrap.resample(new SplittableRandom(seed));
    return bootstrap;
  }

  /** Of the ratio of {@code a}, annualised. */
  public SharpeInterval interval(double barsPerYear) {
    double root = Math.sqrt(barsPerYear);
    double half = quantile(distances, LEVEL) * error;
    return new SharpeInterval(
        FiniteRatio.bounded((a.sharpe() - half) * root),
        FiniteRatio.bounded((a.sharpe() + half) * root),
        LEVEL);
  }

  /**
   * Of the ratio of {@code a} less that of {@code b}, annualised.
   *
   * @param level of the interval, in (0, 1)
   */
  public SharpeDifference difference(double barsPerYear, double level) {
    double root = Math.sqrt(barsPerYear);
    double value = a.sharpe() - b.sharpe();
    double half = quantile(differenceDistances, level) * differenceError;
    return new SharpeDifference(
        FiniteRatio.bounded(value * root),
        FiniteRatio.bounded((value - half) * root),
        FiniteRatio.bounded((value + half) * root),
        level);
  }

  /** Rows. */
  double meanBlock() {
    return meanBlock;
  }

  private void resample(SplittableRandom random) {
    SharpeResample resample = new SharpeResample(a, b);
    double difference = a.sharpe() - b.sharpe();
    for (int i = 0; i < RESAMPLES; i++) {
      resample.take(StationaryBootstrap.draw(a.rows(), a.rows(), meanBlock, random));
      distances[i] = studentised(resample.sharpe() - a.sharpe(), resample.error(), error);
      differenceDistances[i] =
          studentised(
              resample.difference() - difference, resample.differenceError(), differenceError);
    }
    Arrays.sort(distances);
    Arrays.sort(differenceDistances);
  }

  private static double studentised(double distance, double own, double otherwise) {
    double by = own > 0 ? own : otherwise;
    return by > 0 ? Math.abs(distance) / by : 0;
  }

  private static double quantile(double[] sorted, double level) {
    return sorted[(int) Math.ceil(level * (sorted.length + 1)) - 1];
  }

  /** Standard error of the sum of {@code values} under the stationary bootstrap. */
  static double standardError(double[] values, double meanBlock) {
    int n = values.length;
    double mean = ReturnMoments.of(values).mean();
    double stay = 1 - 1 / meanBlock;
    double forwards = 1;
    double variance = covariance(values, mean, 0);
    for (int k = 1; k < n; k++) {
      forwards *= stay;
      double share = (double) k / n;
      double weight = (1 - share) * forwards + share * StrictMath.pow(stay, n - k);
      if (weight > NEGLIGIBLE) {
        variance += 2 * weight * covariance(values, mean, k);
      }
    }
    return Math.sqrt(Math.max(0, variance) * n);
  }

  private static double covariance(double[] values, double mean, int lag) {
    double sum = 0;
    for (int t = lag; t < values.length; t++) {
      sum += (values[t] - mean) * (values[t - lag] - mean);
    }
    return sum / values.length;
  }
}
