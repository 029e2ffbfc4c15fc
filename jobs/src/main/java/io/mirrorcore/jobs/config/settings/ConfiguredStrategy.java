package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;

/**
 * A strategy that is switched on, with the parameters it is to run with.
 *
 * @param strategy of the catalogue or of a user's jar; not serializable
 * @param parameters what the file sets, and defaults for the rest
 * @param others those on the symbols of which the file tells something else
 */
public record ConfiguredStrategy(
    Strategy strategy, Parameters parameters, SymbolRules<Parameters> others) {

  /** The parameters on one symbol. */
  public Parameters parameters(String symbol) {
    return others.of(symbol).orElse(parameters);
  }
}
