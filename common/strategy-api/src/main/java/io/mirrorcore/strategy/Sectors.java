package io.mirrorcore.strategy;

import io.mirrorcore.market.SymbolRules;
import java.io.Serializable;
import java.util.Optional;

/**
 * Which sector a symbol of a portfolio belongs to, as its configuration has it; most have none.
 *
 * @param rules name of the sector by pattern of symbols
 */
public record Sectors(SymbolRules<String> rules) implements Serializable {

  /** No symbol has one. */
  public static final Sectors NONE = new Sectors(SymbolRules.none());

  /** The sector of a symbol; empty where none is told. */
  public Optional<String> of(String symbol) {
    return rules.of(symbol);
  }

  /** Whether no sector is told at all. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }
}
