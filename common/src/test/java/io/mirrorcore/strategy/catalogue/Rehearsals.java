package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.kit.Rehearsal;

/** Built-in strategies at work, on an ordinary market or at the edge of what is valid. */
final class Rehearsals {

  private Rehearsals() {}

  /**
   * @param extreme on a market at the edge of what is valid, else on an ordinary one
   */
  static Rehearsal of(Definition definition, long seed, boolean extreme) {
    return of(definition.strategy(), definition.rehearsed(), seed, extreme);
  }

  static Rehearsal of(Strategy strategy, Parameters parameters, long seed, boolean extreme) {
    if (!extreme) {
      return new Rehearsal(strategy, parameters, seed);
    }
    long barMs = Rehearsal.barMs(strategy, parameters);
    int trades = strategy instanceof SymbolStrategy one ? one.tradeCapacity(parameters) : 0;
    int quotes = strategy instanceof SymbolStrategy one ? one.quoteCapacity(parameters) : 0;
    return new Rehearsal(
        strategy,
        parameters,
        seed,
        (symbol, of) -> new ExtremeMarket(symbol, of, strategy.input(), barMs, trades, quotes));
  }
}
