package io.mirrorcore.portfolio.record;

import io.mirrorcore.portfolio.ensemble.Ensemble;
import java.util.List;
import java.util.Optional;

/**
 * One close of one portfolio, t: all that {@link Ensemble} needs to know of it. Either the symbols
 * behind the strategies' returns are known, or the returns are all there is. Strategies are in the
 * order of the configuration everywhere.
 */
public sealed interface PortfolioBar {

  /** Name of the portfolio. */
  String portfolio();

  /** The close, epoch milliseconds. */
  long time();

  /** Ids of the strategies. */
  List<String> strategies();

  /** What was earned over the bar that ended; empty on the very first, when nothing was held. */
  Optional<BarReturns> earned();

  /** All symbols followed so far, by name; empty where only the returns are known. */
  List<SymbolReturn> symbols();

  /**
   * A close of which the symbols are known.
   *
   * @param portfolio name of the portfolio
   * @param time the close, epoch milliseconds
   * @param strategies ids
   * @param earned by the strategies; empty on the very first bar
   * @param symbols all followed so far, by name, at least one
   */
  record OfSymbols(
      String portfolio,
      long time,
      List<String> strategies,
      Optional<BarReturns> earned,
      List<SymbolReturn> symbols)
      implements PortfolioBar {

    /**
     * @throws IllegalArgumentException if shapes disagree or a return is not finite, naming the
     *     strategy or symbol and the time
     */
    public OfSymbols {
      strategies = List.copyOf(strategies);
      symbols = List.copyOf(symbols);
      if (symbols.isEmpty()) {
        throw new IllegalArgumentException("a close of " + portfolio + " must have symbols");
      }
      for (SymbolReturn symbol : symbols) {
        symbol.check(strategies.size(), time);
      }
      if (earned.isPresent()) {
        earned.get().check(strategies, time);
      }
    }
  }

  /**
   * A close of which only the returns of the strategies are known.
   *
   * @param portfolio name of the portfolio
   * @param time the close, epoch milliseconds
   * @param strategies ids
   * @param returns of the strategies
   */
  record OfReturns(String portfolio, long time, List<String> strategies, BarReturns returns)
      implements PortfolioBar {

    /**
     * @throws IllegalArgumentException if shapes disagree or a return is not finite, naming the
     *     strategy and the time
     */
    public OfReturns {
      strategies = List.copyOf(strategies);
      returns.check(strategies, time);
    }

    @Override
    public Optional<BarReturns> earned() {
      return Optional.of(returns);
    }

    @Override
    public List<SymbolReturn> symbols() {
      return List.of();
    }
  }
}
