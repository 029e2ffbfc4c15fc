package io.mirrorcore.portfolio.record;

import io.mirrorcore.portfolio.ensemble.Ensemble;

/**
 * One close of one portfolio: all that {@link Ensemble} needs to know of it. k runs over
 * strategies, s over symbols, t is this close.
 *
 * @param portfolio name of the portfolio
 * @param time the close, epoch milliseconds
 * @param symbols all symbols followed so far, sorted; empty where only strategy returns are known
 * @param symbolReturns r_{s,t}, simple return since the symbol's previous close, by symbol; 0 for
 *     one without a bar now or before
 * @param costs cost of trading, share of the traded value, by symbol
 * @param strategies ids, in the order of the configuration
 * @param strategyReturns R_{k,t}, simple return net of cost over the bar that ended at t, by
 *     strategy
 * @param deployed whether the strategy had a position in any symbol during that bar, by strategy
 * @param exposures q_{k,s,t}, share of the capital, decided at t and held from t on; strategies x
 *     symbols, row-major
 * @param marketReturn mean of r_{s,t} over the symbols that have a bar now and had one before; 0
 *     where there is none
 * @param moves |r_{s,t}| in standard deviations of the symbol's earlier returns, by symbol; 0 where
 *     unknown
 * @param silent bars of the portfolio since the symbol's last bar, by symbol; 0 for one that has a
 *     bar now
 * @param returnsKnown false on the very first bar, over which nothing was earned yet
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, read in place by one consumer
public record PortfolioBar(
    String portfolio,
    long time,
    String[] symbols,
    double[] symbolReturns,
    double[] costs,
    String[] strategies,
    double[] strategyReturns,
    boolean[] deployed,
    double[] exposures,
    double marketReturn,
    double[] moves,
    int[] silent,
    boolean returnsKnown) {

  /**
   * @throws IllegalArgumentException if shapes disagree or a return is not finite, naming the
   *     strategy or symbol and the time
   */
  public PortfolioBar {
    length("symbolReturns", symbolReturns.length, symbols.length);
    length("costs", costs.length, symbols.length);
    length("moves", moves.length, symbols.length);
    length("silent", silent.length, symbols.length);
    length("strategyReturns", strategyReturns.length, strategies.length);
    length("deployed", deployed.length, strategies.length);
    length("exposures", exposures.length, symbols.length * strategies.length);
    for (int k = 0; k < strategies.length; k++) {
      finite("return of " + strategies[k], strategyReturns[k], time);
    }
    for (int s = 0; s < symbols.length; s++) {
      finite("return of " + symbols[s], symbolReturns[s], time);
    }
    finite("market return", marketReturn, time);
  }

  /** The close of a portfolio of which only the returns of its strategies are known. */
  public static PortfolioBar ofReturns(
      String portfolio,
      long time,
      String[] strategies,
      double[] returns,
      boolean[] deployed,
      double marketReturn) {
    double[] none = {};
    return new PortfolioBar(
        portfolio,
        time,
        new String[0],
        none,
        none,
        strategies,
        returns,
        deployed,
        none,
        marketReturn,
        none,
        new int[0],
        true);
  }

  /** q_{k,s,t}. */
  public double exposure(int strategy, int symbol) {
    return exposures[strategy * symbols.length + symbol];
  }

  private static void length(String name, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + " must have " + expected + " elements; has " + length);
    }
  }

  private static void finite(String what, double value, long time) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " at " + time + " must be finite; have " + value);
    }
  }
}
