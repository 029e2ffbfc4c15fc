package io.mirrorcore.backtest.track;

import io.mirrorcore.portfolio.book.HeldPositions;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Closes as they would be were HOLD switched on: it holds the slot of every symbol, and earns what
 * the ledger would count. Closes that have it already stay as they are.
 */
final class MarketAsStrategy {

  private final HeldPositions held = new HeldPositions();

  /** Takes in one close; to be shown every one from the first on. */
  PortfolioBar join(PortfolioBar close) {
    if (close.strategies().contains(ProfileSettings.MARKET)) {
      return close;
    }
    double earned = held.gain(close) - held.cost(close);
    List<String> strategies = new ArrayList<>(close.strategies());
    strategies.add(ProfileSettings.MARKET);
    Map<String, Double> slots = new TreeMap<>();
    List<SymbolReturn> symbols = new ArrayList<>(close.symbols().size());
    for (SymbolReturn symbol : close.symbols()) {
      slots.put(symbol.symbol(), symbol.slot());
      double[] exposures = Arrays.copyOf(symbol.exposures(), symbol.exposures().length + 1);
      exposures[exposures.length - 1] = symbol.slot();
      symbols.add(symbol.withExposures(exposures));
    }
    PortfolioBar joined =
        new PortfolioBar.OfSymbols(
            close.portfolio(),
            close.time(),
            strategies,
            close.earned().map(returns -> with(returns, earned)),
            symbols);
    held.become(slots);
    return joined;
  }

  private BarReturns with(BarReturns returns, double earned) {
    double[] byStrategy = Arrays.copyOf(returns.byStrategy(), returns.byStrategy().length + 1);
    byStrategy[byStrategy.length - 1] = earned;
    boolean[] deployed = Arrays.copyOf(returns.deployed(), byStrategy.length);
    deployed[deployed.length - 1] = held.gross() > 0;
    return new BarReturns(byStrategy, deployed, returns.market());
  }
}
