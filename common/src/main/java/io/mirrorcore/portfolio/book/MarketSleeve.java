package io.mirrorcore.portfolio.book;

import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The market of a portfolio as one more strategy: it holds the slot of every symbol, and so is what
 * HOLD would be were it switched on.
 */
public final class MarketSleeve {

  private Map<String, Double> exposures = new TreeMap<>();

  /** Takes in one close, and returns it with the market's exposures behind the strategies'. */
  public PortfolioBar join(PortfolioBar bar) {
    Map<String, Double> next = new TreeMap<>();
    List<SymbolReturn> symbols = new ArrayList<>(bar.symbols().size());
    for (SymbolReturn symbol : bar.symbols()) {
      next.put(symbol.symbol(), symbol.slot());
      symbols.add(with(symbol, symbol.slot()));
    }
    exposures = next;
    List<String> sleeves = new ArrayList<>(bar.strategies());
    sleeves.add("market"); // HOLD may be there already: a place, not an id
    return new PortfolioBar.OfSymbols(
        bar.portfolio(), bar.time(), sleeves, Optional.empty(), symbols);
  }

  private static SymbolReturn with(SymbolReturn symbol, double exposure) {
    double[] all = Arrays.copyOf(symbol.exposures(), symbol.exposures().length + 1);
    all[all.length - 1] = exposure;
    return symbol.withExposures(all);
  }

  /** Share of the capital in each symbol after the last close that was taken in. */
  public Map<String, Double> exposures() {
    return exposures;
  }
}
