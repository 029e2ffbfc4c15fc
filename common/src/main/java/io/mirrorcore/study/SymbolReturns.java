package io.mirrorcore.study;

import java.util.ArrayList;
import java.util.List;

/** The returns of one symbol that positions are set against, ranked once for all strategies. */
final class SymbolReturns {

  private final int[] closes;
  private final List<double[]> over = new ArrayList<>();
  private final List<double[]> single = new ArrayList<>();

  SymbolReturns(SymbolTrack symbol) {
    closes = symbol.ownCloses();
    double[] values = symbol.ownValues();
    Horizons.OVER.forEach(h -> over.add(MidRanks.standardised(Horizons.over(values, h))));
    Horizons.SINGLE.forEach(h -> single.add(MidRanks.standardised(Horizons.single(values, h))));
  }

  /** Index of the close of each of the symbol's bars. */
  int[] closes() {
    return closes;
  }

  /** Over so many bars, in the order of {@link Horizons#OVER}. */
  double[] over(int horizon) {
    return over.get(horizon);
  }

  /** Over a single bar, in the order of {@link Horizons#SINGLE}. */
  double[] single(int horizon) {
    return single.get(horizon);
  }
}
