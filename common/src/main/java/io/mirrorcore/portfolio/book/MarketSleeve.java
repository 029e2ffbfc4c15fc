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
 * The market of a portfolio as one more strategy: it holds every symbol, and so is what HOLD would
 * be were it switched on. To be shown every close from the first on.
 *
 * <pre>
 *   q_{s,t} = 1 / N_t    N_t: symbols that have a bar at t
 *             as before where s has none; 0 once it has been silent for forgetAfter bars
 * </pre>
 *
 * <p>Those are the slots of {@link io.mirrorcore.portfolio.ledger.StrategyReturnsLedger}, for a
 * position of +1 everywhere.
 */
public final class MarketSleeve {

  private final int forgetAfter;
  private Map<String, Double> exposures = new TreeMap<>();

  /**
   * @param forgetAfter bars without a bar of its own after which a symbol is given up, 1 or more
   */
  public MarketSleeve(int forgetAfter) {
    this.forgetAfter = forgetAfter;
  }

  /** Takes in one close, and returns it with the market's exposures behind the strategies'. */
  public PortfolioBar join(PortfolioBar bar) {
    long present = bar.symbols().stream().filter(symbol -> symbol.silent() == 0).count();
    Map<String, Double> next = new TreeMap<>();
    List<SymbolReturn> symbols = new ArrayList<>(bar.symbols().size());
    for (SymbolReturn symbol : bar.symbols()) {
      double exposure = exposure(symbol, present);
      next.put(symbol.symbol(), exposure);
      symbols.add(with(symbol, exposure));
    }
    exposures = next;
    List<String> sleeves = new ArrayList<>(bar.strategies());
    sleeves.add("market"); // HOLD may be there already: a place, not an id
    return new PortfolioBar.OfSymbols(
        bar.portfolio(), bar.time(), sleeves, Optional.empty(), symbols);
  }

  private double exposure(SymbolReturn symbol, long present) {
    if (symbol.silent() == 0) {
      return 1.0 / present;
    }
    return symbol.silent() >= forgetAfter ? 0 : exposures.getOrDefault(symbol.symbol(), 0.0);
  }

  private static SymbolReturn with(SymbolReturn symbol, double exposure) {
    double[] all = Arrays.copyOf(symbol.exposures(), symbol.exposures().length + 1);
    all[all.length - 1] = exposure;
    return new SymbolReturn(
        symbol.symbol(), symbol.value(), symbol.cost(), symbol.move(), symbol.silent(), all);
  }

  /** Share of the capital in each symbol after the last close that was taken in. */
  public Map<String, Double> exposures() {
    return exposures;
  }
}
