package io.mirrorcore.portfolio.ledger;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The cost of trading each symbol, proportional to the value traded. Market impact, which grows
 * faster than the trade, is not modelled: the slots of a portfolio are taken to be small against
 * their markets.
 *
 * @param rules tried in order; the first that matches the symbol gives its cost
 * @param otherwise cost where none matches, share of the traded value, in [0, 1)
 */
public record CostModel(List<CostRule> rules, double otherwise) implements Serializable {

  public CostModel {
    rules = new ArrayList<>(rules);
    if (!(otherwise >= 0 && otherwise < 1)) {
      throw new IllegalArgumentException("cost must be in [0, 1); have " + otherwise);
    }
  }

  /** 0.0002 for every symbol: half-spread and fee of a liquid asset. */
  public static CostModel defaults() {
    return flat(0.0002);
  }

  /** The same cost for every symbol. */
  public static CostModel flat(double cost) {
    return new CostModel(List.of(), cost);
  }

  @Override
  public List<CostRule> rules() {
    return List.copyOf(rules);
  }

  public double of(String symbol) {
    for (CostRule rule : rules) {
      if (rule.matches(symbol)) {
        return rule.cost();
      }
    }
    return otherwise;
  }
}
