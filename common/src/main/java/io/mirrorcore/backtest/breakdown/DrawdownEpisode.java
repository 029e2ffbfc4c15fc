package io.mirrorcore.backtest.breakdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One stretch below an earlier peak, from that peak to the first close at or above it again. The
 * stretches do not overlap; a loss within a greater one is part of it.
 *
 * @param start close of the peak, epoch milliseconds; the evaluation's start where there was none
 * @param trough close of the lowest capital, of equal ones the first
 * @param end close at which the peak was reached again; null where it was not
 * @param depth 1 - lowest / peak, in (0, 1]
 * @param bars from the peak to the end, or to the last bar
 * @param barsToTrough from the peak to the lowest
 */
public record DrawdownEpisode(
    long start, long trough, Long end, double depth, int bars, int barsToTrough) {

  /** So many are told of a track. */
  public static final int MOST = 10;

  /**
   * The deepest of a track, deepest first; of equal ones the earlier first.
   *
   * @param equity value of what was 1 at {@code start}, at each close
   * @param times of the closes
   */
  public static List<DrawdownEpisode> deepest(double[] equity, long[] times, long start) {
    List<DrawdownEpisode> all = new ArrayList<>();
    double peak = 1;
    int peakBar = -1;
    int lowest = -1;
    for (int t = 0; t <= equity.length; t++) {
      boolean over = t == equity.length;
      if (over || equity[t] >= peak) {
        if (lowest >= 0) {
          all.add(episode(equity, times, new Span(start, peakBar, lowest, t)));
        }
        peak = over ? peak : equity[t];
        peakBar = t;
        lowest = -1;
      } else if (lowest < 0 || equity[t] < equity[lowest]) {
        lowest = t;
      }
    }
    all.sort(Comparator.comparingDouble(DrawdownEpisode::depth).reversed());
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  /** By bar: -1 is the start of all; an end of as many as there are bars has not come. */
  private record Span(long start, int peak, int lowest, int end) {}

  private static DrawdownEpisode episode(double[] equity, long[] times, Span span) {
    double peak = span.peak() < 0 ? 1 : equity[span.peak()];
    boolean recovered = span.end() < equity.length;
    int last = recovered ? span.end() : equity.length - 1;
    return new DrawdownEpisode(
        span.peak() < 0 ? span.start() : times[span.peak()],
        times[span.lowest()],
        recovered ? (Long) times[span.end()] : null,
        1 - equity[span.lowest()] / peak,
        last - span.peak(),
        span.lowest() - span.peak());
  }
}
