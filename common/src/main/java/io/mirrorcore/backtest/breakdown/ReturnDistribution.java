package io.mirrorcore.backtest.breakdown;

import io.mirrorcore.backtest.evidence.ReturnMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a track's returns.
 *
 * @param track its name
 * @param skewness 0 of a symmetric one; below 0: the losses are the larger ones
 * @param kurtosis raw, 3 of a normal distribution; above: more of the very large and the very small
 * @param quantiles at {@link #LEVELS}, in that order
 * @param histogram counts
 */
public record ReturnDistribution(
    String track, double skewness, double kurtosis, List<Quantile> quantiles, Histogram histogram) {

  /** Shares of the bars with a lower return. */
  static final List<Double> LEVELS = List.of(0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0);

  /** More bins than this tell nothing on a page. */
  static final int MOST_BINS = 60;

  private static final double TAIL = 0.005;

  public ReturnDistribution {
    quantiles = List.copyOf(quantiles);
  }

  /**
   * A return, and the share of the bars that had less.
   *
   * @param level in [0, 1]
   * @param value simple return of a bar: between the two nearest in order by their distance
   *     (Hyndman &amp; Fan 1996, type 7)
   */
  public record Quantile(double level, double value) {}

  /**
   * How many bars had which return. Bin i is of [from + i width, from + (i + 1) width); 0 is always
   * an edge, so that no bin has both gains and losses. The width is that of Freedman &amp; Diaconis
   * (1981), 2 IQR n^(-1/3), or what makes {@value #MOST_BINS} bins of the middle 99 %.
   *
   * @param from lower edge of the first bin
   * @param width of each, above 0
   * @param counts by bin
   * @param below bars under the first bin
   * @param above bars over the last one
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
  public record Histogram(double from, double width, int[] counts, int below, int above) {}

  /**
   * Of at least one bar.
   *
   * @param returns net, by bar
   */
  public static ReturnDistribution of(String track, double[] returns) {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    ReturnMoments moments = ReturnMoments.of(returns);
    List<Quantile> quantiles = new ArrayList<>();
    for (double level : LEVELS) {
      quantiles.add(new Quantile(level, quantile(sorted, level)));
    }
    return new ReturnDistribution(
        track, moments.skewness(), moments.kurtosis(), quantiles, histogram(sorted));
  }

  static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static Histogram histogram(double[] sorted) {
    double low = quantile(sorted, TAIL);
    double high = quantile(sorted, 1 - TAIL);
    double width = width(sorted, high - low);
    long first = (long) Math.floor(low / width);
    int bins = (int) ((long) Math.floor(high / width) - first + 1);
    int[] counts = new int[bins];
    int below = 0;
    int above = 0;
    for (double value : sorted) {
      double bin = Math.floor(value / width) - first;
      if (bin < 0) {
        below++;
      } else if (bin >= bins) {
        above++;
      } else {
        counts[(int) bin]++;
      }
    }
    return new Histogram(first * width, width, counts, below, above);
  }

  private static double width(double[] sorted, double span) {
    double middle = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    double narrow = 2 * middle / StrictMath.cbrt(sorted.length);
    double width = Math.max(narrow, span / MOST_BINS);
    // One return alone: any width will do, as long as the place of its bin can be counted.
    double least = 1e-9 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    return Math.max(width, least > 0 ? least : 1e-4);
  }
}
