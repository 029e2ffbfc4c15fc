package io.mirrorcore.console.panel;

import io.mirrorcore.backtest.evidence.SharpeBootstrap;
import io.mirrorcore.backtest.evidence.SharpeInterval;
import io.mirrorcore.backtest.evidence.SharpeRows;
import io.mirrorcore.backtest.live.PerformanceSettings;
import io.mirrorcore.console.state.Tree;
import io.mirrorcore.portfolio.ensemble.EventSeed;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Whether it is worth it: what the ensemble earned beside equal weight and the market, and beside
 * what the estimates had promised. Capital is what the job published of itself, number for number;
 * nothing is reckoned anew here, so that page, topic and report cannot disagree.
 *
 * <p>Only the interval of the newest Sharpe ratio is computed, by {@link #refresh}, which a thread
 * of its own may call as often as it can afford.
 */
final class EquityPanel {

  /** Points that stay, of each portfolio. */
  static final int POINTS = 4_000;

  private static final String NAME = "equity";
  private static final String BASIS =
      "As the job published it on the topic performance: net of cost, on the positions that are"
          + " held. Equal weight is of the strategies that had had a position by then.";

  private final Tree tree;
  private final Function<String, PerformanceSettings> settings;
  private final Map<String, Portfolio> portfolios = new ConcurrentHashMap<>();

  EquityPanel(Tree tree, Function<String, PerformanceSettings> settings) {
    this.tree = tree;
    this.settings = settings;
    tree.put(List.of(NAME, "portfolios"), Map.of());
  }

  /** One portfolio on its way. */
  private static final class Portfolio {
    private final long since;
    private final EquityTrack ensemble = new EquityTrack();
    private final EquityTrack equal = new EquityTrack();
    private final EquityTrack hold = new EquityTrack();
    private final double[] newest; // realised returns, in a ring
    private final double barsPerYear;
    private int seen;
    private double expected;
    private double realised;
    private boolean dirty;

    Portfolio(long since, PerformanceSettings settings) {
      this.since = since;
      newest = new double[settings.window()];
      barsPerYear = settings.account().bars().perYear();
    }
  }

  private record View(
      long since,
      int bars,
      int max,
      int window,
      List<List<Number>> points,
      EquityFigures ensemble,
      EquityFigures equal,
      EquityFigures hold,
      double expected,
      double realised,
      double winRate,
      SharpeInterval rollingInterval,
      String basis) {}

  void take(PerformanceRecord record) {
    Portfolio portfolio = portfolios.get(record.portfolio());
    if (portfolio == null || portfolio.since != record.since()) {
      portfolio = begin(record);
    }
    synchronized (portfolio) {
      add(portfolio, record);
    }
  }

  private Portfolio begin(PerformanceRecord record) {
    Portfolio begun = new Portfolio(record.since(), settings.apply(record.portfolio()));
    portfolios.put(record.portfolio(), begun);
    tree.put(
        List.of(NAME, "portfolios", record.portfolio()),
        new View(
            record.since(),
            0,
            POINTS,
            begun.newest.length,
            List.of(),
            begun.ensemble.figures(),
            begun.equal.figures(),
            null,
            0,
            0,
            0,
            null,
            BASIS));
    return begun;
  }

  private void add(Portfolio portfolio, PerformanceRecord record) {
    portfolio.ensemble.take(record.equity());
    portfolio.equal.take(record.equalWeightEquity());
    if (record.holdEquity() != null) {
      portfolio.hold.take(record.holdEquity());
    }
    portfolio.newest[portfolio.seen++ % portfolio.newest.length] = record.realisedReturn();
    portfolio.expected += record.expectedReturn();
    portfolio.realised += record.realisedReturn();
    portfolio.dirty = true;
    tell(portfolio, record);
  }

  private void tell(Portfolio portfolio, PerformanceRecord record) {
    String name = record.portfolio();
    tree.append(List.of(NAME, "portfolios", name, "points"), point(portfolio, record), POINTS);
    put(name, "bars", record.bars());
    put(name, "ensemble", portfolio.ensemble.figures());
    put(name, "equal", portfolio.equal.figures());
    put(name, "hold", record.holdEquity() == null ? null : portfolio.hold.figures());
    put(name, "expected", portfolio.expected);
    put(name, "realised", portfolio.realised);
    put(name, "winRate", record.winRate());
  }

  private void put(String portfolio, String key, Object value) {
    tree.put(List.of(NAME, "portfolios", portfolio, key), value);
  }

  private static List<Number> point(Portfolio portfolio, PerformanceRecord record) {
    Double hold = record.holdEquity();
    return Arrays.asList(
        record.time(),
        record.equity(),
        record.equalWeightEquity(),
        hold,
        Math.abs(record.drawdown()),
        portfolio.equal.drawdown(),
        hold == null ? null : portfolio.hold.drawdown(),
        record.rollingSharpe(),
        portfolio.expected,
        portfolio.realised);
  }

  /** Forgets a portfolio, whose job has begun anew. */
  void forget(String portfolio) {
    portfolios.remove(portfolio);
    tree.remove(List.of(NAME, "portfolios", portfolio));
  }

  /** Tells where the newest Sharpe ratios lie. */
  void refresh() {
    portfolios.forEach(this::refresh);
  }

  private void refresh(String name, Portfolio portfolio) {
    double[] window;
    synchronized (portfolio) {
      if (!portfolio.dirty || portfolio.seen < portfolio.newest.length) {
        return;
      }
      portfolio.dirty = false;
      window = inOrder(portfolio);
    }
    SharpeRows rows = SharpeRows.of(window);
    SharpeInterval interval =
        SharpeBootstrap.of(rows, rows, EventSeed.of(name, window.length))
            .interval(portfolio.barsPerYear);
    synchronized (portfolio) {
      if (portfolios.get(name) == portfolio) {
        put(name, "rollingInterval", interval);
      }
    }
  }

  private static double[] inOrder(Portfolio portfolio) {
    int length = portfolio.newest.length;
    double[] ordered = new double[length];
    for (int i = 0; i < length; i++) {
      ordered[i] = portfolio.newest[(portfolio.seen + i) % length];
    }
    return ordered;
  }
}
