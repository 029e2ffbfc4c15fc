package io.mirrorcore.portfolio.ledger;

import io.mirrorcore.market.SymbolPattern;
import java.io.Serializable;

/**
 * What trading costs for the symbols that match a pattern.
 *
 * @param pattern symbol in which {@code *} stands for any characters and {@code ?} for one
 * @param cost share of the traded value, in [0, 1): half the spread and the fee
 */
public record CostRule(String pattern, double cost) implements Serializable {

  public CostRule {
    if (pattern == null || pattern.isEmpty()) {
      throw new IllegalArgumentException("the pattern of a cost must not be empty");
    }
    if (!(cost >= 0 && cost < 1)) {
      throw new IllegalArgumentException("cost of " + pattern + " must be in [0, 1); have " + cost);
    }
  }

  public boolean matches(String symbol) {
    return SymbolPattern.matches(pattern, symbol);
  }
}
