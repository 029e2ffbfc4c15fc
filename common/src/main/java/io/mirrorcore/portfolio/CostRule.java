package io.mirrorcore.portfolio;

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
    return matches(0, symbol, 0);
  }

  private boolean matches(int p, String symbol, int s) {
    if (p == pattern.length()) {
      return s == symbol.length();
    }
    if (pattern.charAt(p) == '*') {
      return matches(p + 1, symbol, s) || (s < symbol.length() && matches(p, symbol, s + 1));
    }
    return s < symbol.length()
        && (pattern.charAt(p) == '?' || pattern.charAt(p) == symbol.charAt(s))
        && matches(p + 1, symbol, s + 1);
  }
}
