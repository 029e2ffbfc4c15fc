package io.mirrorcore.study;

import java.util.Arrays;

/** All closes of one symbol, with what some strategies held of it. */
final class SymbolTrack {

  private final String symbol;
  private final int[] closes;
  private final double[] values;
  private final double[] costs;
  private final boolean[] present;
  private final double[][] held; // strategy x close
  private int bars;

  /**
   * @param bars closes that will be added
   * @param strategies whose holdings are kept
   */
  SymbolTrack(String symbol, int bars, int strategies) {
    this.symbol = symbol;
    closes = new int[bars];
    values = new double[bars];
    costs = new double[bars];
    present = new boolean[bars];
    held = new double[strategies][bars];
  }

  /**
   * Adds a close.
   *
   * @param close its index in the portfolio
   * @param chosen which of the exposures are kept
   */
  void add(int close, StudyBar.Holding holding, int[] chosen) {
    closes[bars] = close;
    values[bars] = holding.value();
    costs[bars] = holding.cost();
    present[bars] = holding.hasBar();
    for (int k = 0; k < chosen.length; k++) {
      held[k][bars] = holding.exposures()[chosen[k]] + 0.0; // no -0.0: it would rank of its own
    }
    bars++;
  }

  String symbol() {
    return symbol;
  }

  int bars() {
    return bars;
  }

  boolean hasBar(int t) {
    return present[t];
  }

  /** Bars that it had itself. */
  int ownBars() {
    int own = 0;
    for (boolean has : present) {
      own += has ? 1 : 0;
    }
    return own;
  }

  double value(int t) {
    return values[t];
  }

  /** Decided at {@code t}. */
  double held(int strategy, int t) {
    return held[strategy][t];
  }

  /** Before cost, by close. */
  double[] gross(int strategy) {
    double[] gross = new double[bars];
    for (int t = 1; t < bars; t++) {
      gross[t] = held[strategy][t - 1] * values[t];
    }
    return gross;
  }

  /** Value traded, by close at which it is paid for: one after that of the decision. */
  double[] traded(int strategy) {
    double[] traded = new double[bars];
    for (int t = 1; t < bars; t++) {
      double before = t > 1 ? held[strategy][t - 2] : 0;
      traded[t] = Math.abs(held[strategy][t - 1] - before);
    }
    return traded;
  }

  double[] paid(double[] traded) {
    double[] paid = new double[bars];
    for (int t = 0; t < bars; t++) {
      paid[t] = costs[t] * traded[t];
    }
    return paid;
  }

  /** The closes at which it had a bar. */
  int[] ownCloses() {
    int[] own = new int[bars];
    int n = 0;
    for (int t = 0; t < bars; t++) {
      if (present[t]) {
        own[n++] = closes[t];
      }
    }
    return Arrays.copyOf(own, n);
  }

  /** Positions at those. */
  double[] ownPositions(int strategy) {
    return own(held[strategy]);
  }

  /** Returns that ended at those. */
  double[] ownValues() {
    return own(values);
  }

  private double[] own(double[] all) {
    double[] own = new double[bars];
    int n = 0;
    for (int t = 0; t < bars; t++) {
      if (present[t]) {
        own[n++] = all[t];
      }
    }
    return Arrays.copyOf(own, n);
  }
}
