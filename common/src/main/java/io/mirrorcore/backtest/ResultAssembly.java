package io.mirrorcore.backtest;

import io.mirrorcore.backtest.TrackPlans.Plan;
import io.mirrorcore.backtest.breakdown.AgainstBenchmark;
import io.mirrorcore.backtest.breakdown.Attribution;
import io.mirrorcore.backtest.breakdown.Breakdown;
import io.mirrorcore.backtest.breakdown.DrawdownEpisode;
import io.mirrorcore.backtest.breakdown.ReturnDistribution;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.RegimeRow;
import io.mirrorcore.backtest.report.StressRow;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.regime.Regime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parts of a report that are made of all tracks together, once each has been run. */
final class ResultAssembly {

  /** Whose returns are told by their shape; of all others the figures are enough. */
  private static final Set<TrackKind> SHAPED =
      Set.of(TrackKind.ENSEMBLE, TrackKind.EQUAL_WEIGHT, TrackKind.HOLD, TrackKind.BENCHMARK);

  private final BacktestSettings settings;
  private final List<Plan> plans;
  private final List<TrackSeries> series;
  private final BenchmarkTrack benchmark; // null where there is none

  /**
   * @param plans of the tracks, the ensemble's first
   * @param series of each, in their order
   * @param benchmark null where there is none
   */
  ResultAssembly(
      BacktestSettings settings,
      List<Plan> plans,
      List<TrackSeries> series,
      BenchmarkTrack benchmark) {
    this.settings = settings;
    this.plans = plans;
    this.series = series;
    this.benchmark = benchmark;
  }

  /** The series of the one track of a kind; null where there is none. */
  static TrackSeries only(TrackKind kind, List<Plan> plans, List<TrackSeries> series) {
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i).name().kind() == kind) {
        return series.get(i);
      }
    }
    return null;
  }

  TrackSeries only(TrackKind kind) {
    return only(kind, plans, series);
  }

  /** All tracks, a benchmark of the user's own between the portfolios and the strategies. */
  List<Track> tracks(TrackAssembly assembly) {
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i);
      if (!plan.name().kind().isPortfolio()) {
        addBenchmark(tracks, assembly);
      }
      tracks.add(assembly.track(plan.name(), plan.idle(), series.get(i), plan.trials()));
    }
    addBenchmark(tracks, assembly);
    return List.copyOf(tracks);
  }

  private void addBenchmark(List<Track> tracks, TrackAssembly assembly) {
    boolean isThere = tracks.stream().anyMatch(track -> track.kind() == TrackKind.BENCHMARK);
    if (benchmark != null && !benchmark.isOwn() && !isThere) {
      tracks.add(assembly.track(benchmark.trackName(), false, benchmark.series(), Trials.ONE));
    }
  }

  /** The portfolios under stress; null where none was asked for. */
  List<StressRow> stress(TrackAssembly assembly) {
    List<StressRow> stress = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i).name().kind().isPortfolio()) {
        stress.addAll(assembly.stress(plans.get(i).name().text(), series.get(i)));
      }
    }
    return stress.isEmpty() ? null : List.copyOf(stress);
  }

  /**
   * Every portfolio in every regime.
   *
   * @param regimes by bar
   */
  List<RegimeRow> byRegime(Regime[] regimes) {
    List<RegimeRow> rows = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i).name().kind().isPortfolio()) {
        rows.addAll(
            RegimeRow.of(plans.get(i).name().text(), series.get(i), regimes, barsPerYear()));
      }
    }
    return List.copyOf(rows);
  }

  /**
   * What the ensemble is made of.
   *
   * @param times of the evaluated bars
   * @param start of the evaluation, epoch milliseconds
   */
  Breakdown breakdown(long[] times, long start, Attribution attribution) {
    return new Breakdown(
        benchmark == null ? null : benchmark.of(beside()),
        DrawdownEpisode.deepest(series.get(0).equity(), times, start),
        distributions(),
        settings.rollingWindow(),
        attribution);
  }

  /** Those that never held anything are beside nothing. */
  private List<AgainstBenchmark> beside() {
    List<AgainstBenchmark> rows = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i);
      boolean itself = benchmark.isOwn() && plan.name().kind() == TrackKind.HOLD;
      if (!plan.idle() && !itself) {
        rows.add(benchmark.beside(plan.name().text(), series.get(i), barsPerYear()));
      }
    }
    return rows;
  }

  private List<ReturnDistribution> distributions() {
    List<ReturnDistribution> shapes = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      if (SHAPED.contains(plans.get(i).name().kind())) {
        shapes.add(ReturnDistribution.of(plans.get(i).name().text(), series.get(i).returns()));
      }
    }
    if (benchmark != null && !benchmark.isOwn()) {
      shapes.add(ReturnDistribution.of(benchmark.trackName().text(), benchmark.series().returns()));
    }
    return shapes;
  }

  private double barsPerYear() {
    return settings.scale().barsPerYear();
  }
}
