package io.mirrorcore.portfolio.book;

import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a portfolio holds of each symbol when its strategies' exposures are weighted and netted, and
 * what that earns.
 *
 * <pre>
 *   P_{s,t} = L a_t sum_k w_k q_{k,s,t}            L: leverage, a: scale, 1 unless sized
 *   h_{s,t} = P_{s,t} by way of {@link NoTradeBand}
 *   R_t     = sum_s h_{s,t-1} r_{s,t} - sum_s cost_s |h_{s,t-1} - h_{s,t-2}|
 * </pre>
 *
 * <p>Serves the ensemble and any baseline it is compared with, equal weight above all, so that both
 * are charged alike. Sums run over the symbols by name.
 */
public final class NetPositions implements Stateful {

  /** In the place of a count: what follows was written with a band. No count is negative. */
  private static final int WITH_BAND = -1;

  private final NoTradeBand band;
  private final double leverage;
  private final HeldPositions held = new HeldPositions();

  /** Without leverage. */
  public NetPositions(NoTradeBand band) {
    this(band, 1);
  }

  /**
   * @param leverage by which the exposures are multiplied, above 0
   */
  public NetPositions(NoTradeBand band, double leverage) {
    this.band = band;
    this.leverage = leverage;
  }

  /** R_t at the close of {@code bar}; to be asked before {@link #decide} at the same bar. */
  public double earned(PortfolioBar bar) {
    return held.gain(bar) - held.cost(bar);
  }

  /** What is held, and what that earns before and after cost. */
  public HeldPositions held() {
    return held;
  }

  /**
   * Trades towards the positions that the exposures of {@code bar} make under {@code weights}.
   *
   * @param weights by strategy of the bar; empty means that nothing is held
   */
  public TargetPositions decide(PortfolioBar bar, double[] weights) {
    return decide(bar, weights, 1);
  }

  /**
   * The same, of a book that is scaled.
   *
   * @param scale by which the exposures are multiplied besides, 0 or more
   */
  public TargetPositions decide(PortfolioBar bar, double[] weights, double scale) {
    double times = leverage * scale;
    TreeMap<String, Double> wanted = new TreeMap<>();
    for (SymbolReturn symbol : bar.symbols()) {
      double position = 0;
      for (int k = 0; k < weights.length; k++) {
        position += weights[k] * symbol.exposures()[k];
      }
      wanted.put(symbol.symbol(), times * position);
    }
    return take(bar, wanted);
  }

  private TargetPositions take(PortfolioBar bar, SortedMap<String, Double> wanted) {
    SortedMap<String, Double> decided = band.hold(held.positions(), wanted);
    double gross = 0;
    double net = 0;
    for (double position : decided.values()) {
      gross += Math.abs(position);
      net += position;
    }
    held.become(decided);
    return new TargetPositions(bar.portfolio(), bar.time(), decided, gross, net, null, prices(bar));
  }

  private static Map<String, Double> prices(PortfolioBar bar) {
    TreeMap<String, Double> prices = new TreeMap<>();
    for (SymbolReturn symbol : bar.symbols()) {
      if (symbol.price() > 0) {
        prices.put(symbol.symbol(), symbol.price());
      }
    }
    return prices;
  }

  /** Whether positions were ever decided. */
  public boolean isHolding() {
    return !held.positions().isEmpty();
  }

  /** Without a band in the form of the first release, which knew none. */
  @Override
  public void save(DataOutput out) throws IOException {
    if (!band.isOff()) {
      out.writeInt(WITH_BAND);
      band.save(out);
    }
    held.save(out);
  }

  /** Reads both forms: a band may be switched on and off at any time. */
  @Override
  public void load(DataInput in) throws IOException {
    int first = in.readInt();
    boolean withBand = first == WITH_BAND;
    if (withBand) {
      band.load(in);
      first = in.readInt();
    }
    held.load(in, first);
    if (!withBand) {
      band.begin(held.positions());
    }
  }
}
