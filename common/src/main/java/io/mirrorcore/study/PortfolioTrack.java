package io.mirrorcore.study;

import io.mirrorcore.backtest.evidence.Correlations;
import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimeDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All closes of a portfolio, with what each strategy earned and paid in all symbols together: the
 * ledger's sums, in its order.
 */
final class PortfolioTrack {

  private final StudySettings settings;
  private final RegimeDetector detector;
  private final Map<String, Integer> symbols = new TreeMap<>();
  private final Map<String, double[][]> last =
      new TreeMap<>(); // held at the last close, and before
  private final double[][] gross;
  private final double[][] paid;
  private final boolean[][] deployed;
  private final double[][] traded;
  private Regime[] regimes = new Regime[1024];
  private long from;
  private long to;
  private int bars;

  private PortfolioTrack(StudySettings settings) {
    this.settings = settings;
    int n = settings.strategies().size();
    detector = new RegimeDetector(settings.regime());
    gross = new double[n][1024];
    paid = new double[n][1024];
    deployed = new boolean[n][1024];
    traded = new double[n][1024];
  }

  static PortfolioTrack of(StudySettings settings, Iterable<StudyBar> bars) {
    PortfolioTrack track = new PortfolioTrack(settings);
    bars.forEach(track::add);
    return track;
  }

  private void add(StudyBar bar) {
    makeRoom();
    from = bars == 0 ? bar.time() : from;
    to = bar.time();
    regimes[bars] = detector.regime(); // as it was known before the bar
    if (bars > 0) {
      detector.onReturn(bar.market());
    }
    Map<String, double[][]> before = new TreeMap<>(last);
    last.clear();
    for (StudyBar.Holding holding : bar.symbols()) {
      symbols.merge(holding.symbol(), 1, Integer::sum);
      double[][] was = before.get(holding.symbol());
      if (was != null) {
        earn(holding, was);
      }
      last.put(holding.symbol(), new double[][] {holding.exposures(), was == null ? null : was[0]});
    }
    bars++;
  }

  private void earn(StudyBar.Holding holding, double[][] was) {
    for (int k = 0; k < traded.length; k++) {
      double held = was[0][k];
      double trade = Math.abs(held - (was[1] == null ? 0 : was[1][k]));
      gross[k][bars] += held * holding.value();
      paid[k][bars] += holding.cost() * trade;
      traded[k][bars] += trade;
      deployed[k][bars] |= held != 0;
    }
  }

  private void makeRoom() {
    if (bars < regimes.length) {
      return;
    }
    int room = bars + bars / 2;
    regimes = Arrays.copyOf(regimes, room);
    for (int k = 0; k < traded.length; k++) {
      gross[k] = Arrays.copyOf(gross[k], room);
      paid[k] = Arrays.copyOf(paid[k], room);
      traded[k] = Arrays.copyOf(traded[k], room);
      deployed[k] = Arrays.copyOf(deployed[k], room);
    }
  }

  int bars() {
    return bars;
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  /** Closes at which each symbol was followed, by name. */
  Map<String, Integer> symbols() {
    return symbols;
  }

  double years() {
    return Math.max(1, bars) / settings.barsPerYear();
  }

  double deployed(int k) {
    return (double) deployedBars(k) / Math.max(1, bars);
  }

  private long deployedBars(int k) {
    long count = 0;
    for (int t = 0; t < bars; t++) {
      count += deployed[k][t] ? 1 : 0;
    }
    return count;
  }

  Account account(int k) {
    return Account.of(
        Arrays.copyOf(gross[k], bars),
        Arrays.copyOf(paid[k], bars),
        Arrays.stream(traded[k], 0, bars).sum(),
        deployedBars(k),
        settings.barsPerYear());
  }

  List<RegimeAccount> regimes(int k) {
    List<RegimeAccount> accounts = new ArrayList<>();
    for (Regime regime : Regime.values()) {
      int[] ruled = ruled(regime);
      if (ruled.length > 0) {
        accounts.add(account(k, regime, ruled));
      }
    }
    return accounts;
  }

  private int[] ruled(Regime regime) {
    int[] ruled = new int[bars];
    int n = 0;
    for (int t = 0; t < bars; t++) {
      if (regimes[t] == regime) {
        ruled[n++] = t;
      }
    }
    return Arrays.copyOf(ruled, n);
  }

  private RegimeAccount account(int k, Regime regime, int[] ruled) {
    double[] grossThen = new double[ruled.length];
    double[] paidThen = new double[ruled.length];
    double tradedThen = 0;
    long held = 0;
    for (int i = 0; i < ruled.length; i++) {
      grossThen[i] = gross[k][ruled[i]];
      paidThen[i] = paid[k][ruled[i]];
      tradedThen += traded[k][ruled[i]];
      held += deployed[k][ruled[i]] ? 1 : 0;
    }
    Account account = Account.of(grossThen, paidThen, tradedThen, held, settings.barsPerYear());
    return new RegimeAccount(regime, ruled.length, (double) held / ruled.length, account);
  }

  /** Net returns of a strategy. */
  private double[] net(int k) {
    double[] net = new double[bars];
    for (int t = 0; t < bars; t++) {
      net[t] = gross[k][t] - paid[k][t];
    }
    return net;
  }

  /** Strategies whose returns vary. */
  int[] correlated() {
    return IntStream.range(0, traded.length)
        .filter(k -> Arrays.stream(net(k)).distinct().limit(2).count() == 2)
        .toArray();
  }

  List<List<Double>> correlations(int[] strategies) {
    if (strategies.length == 0) {
      return List.of();
    }
    double[][] series = new double[strategies.length][];
    Arrays.setAll(series, i -> net(strategies[i]));
    return Arrays.stream(Correlations.of(series))
        .map(row -> Arrays.stream(row).boxed().toList())
        .toList();
  }
}
