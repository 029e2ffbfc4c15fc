package io.mirrorcore.study;

import java.util.List;

/**
 * The returns that positions are set against: over the next 1, 5 and 20 bars, and, for the decay,
 * over the single bar that begins 1, 2, 4, 9 and 19 bars later. Ranked once a symbol.
 */
final class Horizons {

  /** Bars that a return runs over. */
  static final List<Integer> OVER = List.of(1, 5, 20);

  /** The single bar, counted from 1 for the next one. */
  static final List<Integer> SINGLE = List.of(1, 2, 3, 5, 10, 20);

  private Horizons() {}

  /** Return over the {@code bars} after each bar; as many fewer. */
  static double[] over(double[] values, int bars) {
    double[] forward = new double[Math.max(0, values.length - bars)];
    for (int t = 0; t < forward.length; t++) {
      double growth = 1;
      for (int i = 1; i <= bars; i++) {
        growth *= 1 + values[t + i];
      }
      forward[t] = growth - 1;
    }
    return forward;
  }

  /** Return over the {@code bar}-th bar after each bar; as many fewer. */
  static double[] single(double[] values, int bar) {
    double[] forward = new double[Math.max(0, values.length - bar)];
    for (int t = 0; t < forward.length; t++) {
      forward[t] = values[t + bar];
    }
    return forward;
  }
}
