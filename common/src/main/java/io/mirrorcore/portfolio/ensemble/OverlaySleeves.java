package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.book.NetPositions;
import io.mirrorcore.portfolio.book.NoTradeBand;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.settings.OverlaySettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two sleeves of the profile overlay: HOLD, the market, and C, all strategies as one.
 *
 * <pre>
 *   c_{s,t} = c_{s,t-1} + a (mean_k q_{k,s,t} - c_{s,t-1}),  c_{s,0} = 0      half-life in days
 *   R_C,t   = sum_s c_{s,t-1} r_{s,t} - sum_s cost_s |c_{s,t-1} - c_{s,t-2}|
 * </pre>
 *
 * The mean is over the strategies of the overlay, whether or not they have a position. Smoothed,
 * because what one of nineteen changes its mind about today is not worth its cost. Where only the
 * returns of the strategies are known R_C is their mean, and nothing is smoothed.
 */
final class OverlaySleeves implements Sleeves {

  /** The name of C where strategies have theirs. */
  static final String OVERLAY = "OVERLAY";

  private static final List<String> SLEEVES = List.of(ProfileSettings.MARKET, OVERLAY);
  private static final double[] ALL_OF_IT = {0, 1};

  private final OverlaySettings settings;
  private final double step;
  private final NetPositions account = new NetPositions(new NoTradeBand(0, 1));
  private Map<String, Double> smoothed = new TreeMap<>();
  private List<String> strategies = List.of();
  private List<String> members = List.of();

  /**
   * @param barsPerDay bars in a day
   */
  OverlaySleeves(OverlaySettings settings, double barsPerDay) {
    this.settings = settings;
    step = 1 - StrictMath.pow(0.5, 1 / (settings.smoothingDays() * barsPerDay));
  }

  @Override
  public PortfolioBar of(PortfolioBar bar) {
    if (!bar.strategies().equals(strategies)) {
      strategies = bar.strategies();
      members = settings.members(strategies);
    }
    int market = strategies.indexOf(ProfileSettings.MARKET);
    List<String> ids = market < 0 ? List.of(OVERLAY) : SLEEVES;
    if (bar instanceof PortfolioBar.OfReturns alone) {
      double mean = mean(alone.returns().byStrategy());
      return new PortfolioBar.OfReturns(
          bar.portfolio(), bar.time(), ids, earned(alone.returns(), market, mean));
    }
    double own = account.earned(bar);
    PortfolioBar seen =
        new PortfolioBar.OfSymbols(
            bar.portfolio(),
            bar.time(),
            ids,
            bar.earned().map(earned -> earned(earned, market, own)),
            symbols(bar, market));
    account.decide(seen, market < 0 ? new double[] {1} : ALL_OF_IT);
    return seen;
  }

  private static BarReturns earned(BarReturns earned, int market, double ofOverlay) {
    return market < 0
        ? new BarReturns(new double[] {ofOverlay}, new boolean[] {true}, earned.market())
        : new BarReturns(
            new double[] {earned.byStrategy()[market], ofOverlay},
            new boolean[] {earned.deployed()[market], true},
            earned.market());
  }

  private List<SymbolReturn> symbols(PortfolioBar bar, int market) {
    Map<String, Double> now = new TreeMap<>();
    List<SymbolReturn> symbols = new ArrayList<>();
    for (SymbolReturn symbol : bar.symbols()) {
      double before = smoothed.getOrDefault(symbol.symbol(), 0.0);
      double after = before + step * (mean(symbol.exposures()) - before);
      now.put(symbol.symbol(), after);
      symbols.add(
          symbol.withExposures(
              market < 0
                  ? new double[] {after}
                  : new double[] {symbol.exposures()[market], after}));
    }
    smoothed = now; // a symbol that is forgotten has none any more
    return symbols;
  }

  /** Over the members; 0 where there is none. */
  private double mean(double[] byStrategy) {
    double sum = 0;
    for (int k = 0; k < byStrategy.length; k++) {
      sum += members.contains(strategies.get(k)) ? byStrategy[k] : 0;
    }
    return members.isEmpty() ? 0 : sum / members.size();
  }

  @Override
  public List<String> published() {
    return strategies;
  }

  /** HOLD as it is, of C an equal part for each of its strategies. */
  @Override
  public double[] expand(double[] bySleeve) {
    int market = strategies.indexOf(ProfileSettings.MARKET);
    int sleeves = market < 0 ? 1 : 2;
    int behind = bySleeve.length - sleeves;
    if (behind < 0) {
      return bySleeve; // there are no weights yet
    }
    double[] all = new double[strategies.size() + behind];
    for (int k = 0; k < strategies.size(); k++) {
      all[k] = members.contains(strategies.get(k)) ? bySleeve[sleeves - 1] / members.size() : 0;
    }
    if (market >= 0) {
      all[market] = bySleeve[0];
    }
    System.arraycopy(bySleeve, sleeves, all, strategies.size(), behind);
    return all;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    account.save(out);
    out.writeInt(smoothed.size());
    for (Map.Entry<String, Double> entry : smoothed.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue());
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    account.load(in);
    smoothed = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String symbol = in.readUTF();
      smoothed.put(symbol, in.readDouble());
    }
  }
}
