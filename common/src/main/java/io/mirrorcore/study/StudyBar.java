package io.mirrorcore.study;

import java.util.List;

/**
 * One close of a portfolio, as its ledger has it.
 *
 * @param time the close, epoch milliseconds
 * @param market mean return of the symbols over the bar that ended; 0 on the first bar
 * @param symbols all that the portfolio follows, by name
 */
public record StudyBar(long time, double market, List<Holding> symbols) {

  /**
   * One symbol at this close. Nobody may change the array.
   *
   * @param symbol its name
   * @param value simple return since its previous close; 0 for one without a bar now or before
   * @param cost of trading it, share of the traded value
   * @param hasBar whether it has a bar at this close
   * @param exposures by strategy, share of the capital, decided now and held from now on
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, read in place by one consumer
  public record Holding(
      String symbol, double value, double cost, boolean hasBar, double[] exposures) {}

  public StudyBar {
    symbols = List.copyOf(symbols);
  }
}
