package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;

/** The strategies themselves, without the market where another portfolio has asked for it. */
final class StrategySleeves implements Sleeves {

  private final boolean leavesMarketOut;
  private List<String> published = List.of();

  StrategySleeves(boolean leavesMarketOut) {
    this.leavesMarketOut = leavesMarketOut;
  }

  @Override
  public PortfolioBar of(PortfolioBar bar) {
    int market = leavesMarketOut ? bar.strategies().indexOf(ProfileSettings.MARKET) : -1;
    PortfolioBar seen = market < 0 ? bar : without(bar, market);
    published = seen.strategies();
    return seen;
  }

  private static PortfolioBar without(PortfolioBar bar, int column) {
    List<String> rest = new ArrayList<>(bar.strategies());
    rest.remove(column);
    return bar instanceof PortfolioBar.OfReturns alone
        ? new PortfolioBar.OfReturns(
            bar.portfolio(), bar.time(), rest, without(alone.returns(), column))
        : new PortfolioBar.OfSymbols(
            bar.portfolio(),
            bar.time(),
            rest,
            bar.earned().map(earned -> without(earned, column)),
            bar.symbols().stream().map(symbol -> without(symbol, column)).toList());
  }

  private static SymbolReturn without(SymbolReturn symbol, int column) {
    return symbol.withExposures(without(symbol.exposures(), column));
  }

  private static BarReturns without(BarReturns earned, int column) {
    boolean[] deployed = new boolean[earned.deployed().length - 1];
    for (int k = 0; k < deployed.length; k++) {
      deployed[k] = earned.deployed()[k < column ? k : k + 1];
    }
    return new BarReturns(without(earned.byStrategy(), column), deployed, earned.market());
  }

  private static double[] without(double[] values, int column) {
    double[] rest = new double[values.length - 1];
    System.arraycopy(values, 0, rest, 0, column);
    System.arraycopy(values, column + 1, rest, column, rest.length - column);
    return rest;
  }

  @Override
  public List<String> published() {
    return published;
  }

  @Override
  public double[] expand(double[] bySleeve) {
    return bySleeve;
  }

  /** Nothing is remembered. */
  @Override
  public void save(DataOutput out) {}

  @Override
  public void load(DataInput in) {}
}
