package io.mirrorcore.console.panel;

import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.LiveTracks;
import io.mirrorcore.backtest.LiveTracks.Course;
import io.mirrorcore.backtest.LiveTracks.Courses;
import io.mirrorcore.console.state.Tree;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Whether it is worth it: what the weights earned, beside equal weight. The figures are of all
 * records since the first; only the points that are drawn are the newest so many.
 *
 * <p>Records are taken in as they come; what they come to is computed by {@link #refresh}, which a
 * thread of its own may call as often as it can afford.
 */
final class EquityPanel {

  /** Points that stay, of each portfolio. */
  static final int POINTS = 4_000;

  private static final String NAME = "equity";
  private static final String BASIS =
      "What the strategies earned, net of cost, by the weights in force: as a backtest of strategy"
          + " returns counts it. Equal weight is of all strategies that ever had a position.";

  private final Tree tree;
  private final Function<String, BacktestSettings> settings;
  private final Map<String, Portfolio> portfolios = new ConcurrentHashMap<>();

  EquityPanel(Tree tree, Function<String, BacktestSettings> settings) {
    this.tree = tree;
    this.settings = settings;
    tree.put(List.of(NAME, "portfolios"), Map.of());
  }

  /** One portfolio on its way. */
  private static final class Portfolio {
    private final LiveTracks tracks;
    private boolean dirty;
    private double[] told = {};
    private double[] toldEqual = {};

    Portfolio(BacktestSettings settings) {
      tracks = new LiveTracks(settings);
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
      String basis) {}

  void take(StrategyReturns returns) {
    Portfolio portfolio = portfolio(returns.portfolio());
    synchronized (portfolio) {
      portfolio.tracks.add(returns);
      portfolio.dirty = true;
    }
  }

  void take(EnsembleWeights record) {
    Portfolio portfolio = portfolio(record.portfolio());
    synchronized (portfolio) {
      portfolio.tracks.add(record);
      portfolio.dirty = true;
    }
  }

  /** Forgets a portfolio, whose job has begun anew. */
  void forget(String portfolio) {
    portfolios.remove(portfolio);
    tree.remove(List.of(NAME, "portfolios", portfolio));
  }

  private Portfolio portfolio(String name) {
    return portfolios.computeIfAbsent(name, key -> new Portfolio(settings.apply(key)));
  }

  /** Brings the tree up to what has been taken in. */
  void refresh() {
    portfolios.forEach(this::refresh);
  }

  private void refresh(String name, Portfolio portfolio) {
    Courses courses;
    synchronized (portfolio) {
      if (!portfolio.dirty) {
        return;
      }
      portfolio.dirty = false;
      courses = portfolio.tracks.courses().orElse(null);
    }
    if (courses != null) {
      tell(name, portfolio, courses);
    }
  }

  private void tell(String name, Portfolio portfolio, Courses courses) {
    double[] equity = courses.ensemble().equity();
    double[] equal = courses.equalWeight().equity();
    List<String> path = List.of(NAME, "portfolios", name);
    int known = portfolio.told.length;
    boolean goesOn =
        known > 0 && begins(equity, portfolio.told) && begins(equal, portfolio.toldEqual);
    int window = portfolio.tracks.window();
    EquityFigures own = figures(portfolio.tracks, courses.ensemble());
    EquityFigures others = figures(portfolio.tracks, courses.equalWeight());
    if (goesOn) {
      for (int t = known; t < equity.length; t++) {
        tree.append(List.of(NAME, "portfolios", name, "points"), point(courses, t), POINTS);
      }
      tree.put(List.of(NAME, "portfolios", name, "bars"), equity.length);
      tree.put(List.of(NAME, "portfolios", name, "ensemble"), own);
      tree.put(List.of(NAME, "portfolios", name, "equal"), others);
    } else {
      List<List<Number>> points =
          IntStream.range(Math.max(0, equity.length - POINTS), equity.length)
              .mapToObj(t -> point(courses, t))
              .toList();
      long since = courses.times()[0];
      tree.put(path, new View(since, equity.length, POINTS, window, points, own, others, BASIS));
    }
    portfolio.told = equity;
    portfolio.toldEqual = equal;
  }

  /** A record of weights that came behind returns which it is older than changes what was told. */
  private static boolean begins(double[] now, double[] told) {
    return now.length >= told.length && Arrays.equals(now, 0, told.length, told, 0, told.length);
  }

  private static List<Number> point(Courses courses, int t) {
    Course own = courses.ensemble();
    Course equal = courses.equalWeight();
    return Arrays.asList(
        courses.times()[t],
        own.equity()[t],
        equal.equity()[t],
        Math.abs(own.drawdown()[t]),
        Math.abs(equal.drawdown()[t]),
        own.rolling().get(t),
        equal.rolling().get(t));
  }

  private static EquityFigures figures(LiveTracks tracks, Course course) {
    return EquityFigures.of(
        course, tracks.interval(course.returns(), tracks.window()).orElse(null));
  }
}
