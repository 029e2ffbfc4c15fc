package io.mirrorcore.jobs.operator;

import io.mirrorcore.jobs.config.settings.Portfolios;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The portfolios of each symbol, matched against their patterns once per symbol and remembered. */
public final class Memberships {

  private final Portfolios portfolios;
  private final Map<String, List<String>> bySymbol = new HashMap<>();

  public Memberships(Portfolios portfolios) {
    this.portfolios = portfolios;
  }

  /** Names of the portfolios that hold {@code symbol}, sorted. */
  public List<String> of(String symbol) {
    return bySymbol.computeIfAbsent(symbol, portfolios::of);
  }
}
