package io.mirrorcore.portfolio.book;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The market of a portfolio as one more strategy: it holds the slot of every symbol, and earns what
 * the ledger would count, and so is what HOLD would be were it switched on. To be shown every close
 * from the first on.
 */
public final class MarketSleeve implements Stateful {

  /** A place, and no id, where HOLD is there already. */
  private static final String PLACE = "market";

  private final HeldPositions held = new HeldPositions();
  private double earned;

  /** Takes in one close, and returns it with the market behind the strategies. */
  public PortfolioBar join(PortfolioBar bar) {
    earned = held.gain(bar) - held.cost(bar);
    boolean holding = held.gross() > 0;
    Map<String, Double> slots = new TreeMap<>();
    List<SymbolReturn> symbols = new ArrayList<>(bar.symbols().size());
    for (SymbolReturn symbol : bar.symbols()) {
      slots.put(symbol.symbol(), symbol.slot());
      symbols.add(symbol.withExposures(with(symbol.exposures(), symbol.slot())));
    }
    held.become(slots);
    return new PortfolioBar.OfSymbols(
        bar.portfolio(),
        bar.time(),
        sleeves(bar.strategies()),
        bar.earned().map(returns -> with(returns, holding)),
        symbols);
  }

  private static List<String> sleeves(List<String> strategies) {
    List<String> sleeves = new ArrayList<>(strategies);
    sleeves.add(strategies.contains(ProfileSettings.MARKET) ? PLACE : ProfileSettings.MARKET);
    return sleeves;
  }

  private BarReturns with(BarReturns returns, boolean holding) {
    boolean[] deployed = Arrays.copyOf(returns.deployed(), returns.deployed().length + 1);
    deployed[deployed.length - 1] = holding;
    return new BarReturns(with(returns.byStrategy(), earned), deployed, returns.market());
  }

  private static double[] with(double[] byStrategy, double ofMarket) {
    double[] all = Arrays.copyOf(byStrategy, byStrategy.length + 1);
    all[all.length - 1] = ofMarket;
    return all;
  }

  /** Return over the bar that ended with the last close that was taken in, net of cost. */
  public double earned() {
    return earned;
  }

  /** Share of the capital in each symbol after the last close that was taken in. */
  public Map<String, Double> exposures() {
    return held.positions();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    held.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    held.load(in, in.readInt());
  }
}
