package io.mirrorcore.backtest;

import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.EvaluatedSpan;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.ReportTables;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.InverseVolatility;
import io.mirrorcore.backtest.track.ReturnTable;
import io.mirrorcore.backtest.track.TargetRule;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.backtest.track.TrackRun;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.backtest.track.WeightsHistory;
import io.mirrorcore.portfolio.ensemble.EventSeed;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what the pipeline published: fed the records of one portfolio, each kind in order of event
 * time (how the kinds interleave does not matter), it tells what the weights would have earned, and
 * what that proves.
 *
 * <p>A weights record with time T is a decision at the close of T, made with returns up to T: it
 * earns from the first returns record after T on. The evaluation is of the bars after the first
 * weights record, for all tracks alike. The ensemble is built up with that record; from then on it
 * trades only at records whose decision changed the weights in force, and a held one leaves what it
 * has to drift. Equal weight and inverse volatility trade at every record, which is to say at every
 * due time, whether the ensemble traded or held. All pay the same cost, {@link TrackRun.Costs}.
 *
 * <p>Memory: a number a strategy and bar, a number a track and bar for each of three curves, and
 * those of one track at work; a million bars of 19 strategies take about 0.7 GB.
 */
public final class BacktestEvaluation {

  private final BacktestSettings settings;
  private final ReturnTable table;
  private final WeightsHistory history = new WeightsHistory();
  private final WeightsHistory cashHistory = new WeightsHistory();

  public BacktestEvaluation(BacktestSettings settings) {
    this(settings, new ReturnTable());
  }

  private BacktestEvaluation(BacktestSettings settings, ReturnTable table) {
    this.settings = settings;
    this.table = table;
  }

  /**
   * An evaluation of other weights over the same bars, which it shares: neither of the two may be
   * given further bars.
   */
  public BacktestEvaluation ofOtherWeights() {
    return new BacktestEvaluation(settings, table);
  }

  /** Evaluates records that are all there already. */
  public static BacktestResult of(
      Iterable<StrategyReturns> returns,
      Iterable<EnsembleWeights> weights,
      BacktestSettings settings,
      Provenance provenance) {
    BacktestEvaluation evaluation = new BacktestEvaluation(settings);
    returns.forEach(evaluation::add);
    weights.forEach(evaluation::add);
    return evaluation.result(provenance);
  }

  /**
   * Takes in one bar.
   *
   * @throws IllegalArgumentException if it is out of sequence, or of another portfolio or other
   *     strategies than the first
   */
  public void add(StrategyReturns bar) {
    table.add(bar);
  }

  /**
   * Takes in one due time of the ensemble.
   *
   * @throws IllegalArgumentException as for bars
   */
  public void add(EnsembleWeights record) {
    history.add(record);
  }

  /**
   * Takes in one due time of the ensemble that may stand aside: its weights are of the strategies
   * and of {@code CASH}.
   *
   * @throws IllegalArgumentException as for bars
   */
  public void addWithCash(EnsembleWeights record) {
    cashHistory.add(record);
  }

  /**
   * Net returns of the ensemble by evaluated bar; what tuning compares its trials by.
   *
   * @throws NothingToEvaluateException where there are no weights, or no bars after them
   */
  public double[] ensembleReturns() {
    return ensemble().returns();
  }

  /**
   * Figures of the ensemble alone, without baselines and evidence, which take much longer.
   *
   * @throws NothingToEvaluateException where there are no weights, or no bars after them
   */
  public Figures ensembleFigures() {
    return Figures.of(ensemble(), settings.stake().capital(), settings.scale().barsPerYear());
  }

  /**
   * The report.
   *
   * @throws NothingToEvaluateException where there are no weights, or no bars after them
   * @throws IllegalArgumentException if weights and returns are of different portfolios or
   *     strategies
   */
  public BacktestResult result(Provenance provenance) {
    check();
    int firstRow = table.rowsUpTo(start());
    long[] times = table.times(firstRow);
    TrackSeries ensemble = run(history, TargetRule.published(history));
    TrackSeries equalWeight = run(history, TargetRule.equalWeight(table.strategies().size()));
    TrackAssembly assembly =
        new TrackAssembly(
            settings, equalWeight, seed(table.portfolio(), times[0], times[times.length - 1]));
    List<Track> tracks = tracks(assembly, ensemble);
    return new BacktestResult(
        BacktestResult.VERSION,
        table.portfolio(),
        settings.walk(),
        EvaluatedSpan.of(times),
        settings.scale(),
        settings.stake(),
        provenance,
        assembly.verdict(tracks),
        tracks,
        new ReportTables(
            ReportTables.regimes(history, times[times.length - 1]),
            ReportTables.weights(history),
            ReportTables.correlation(table, firstRow),
            ReportTables.monthly(
                times, ensemble.returns(), equalWeight.returns(), settings.zone())),
        null);
  }

  private TrackSeries ensemble() {
    check();
    return run(history, TargetRule.published(history));
  }

  private TrackSeries run(WeightsHistory dueTimes, TargetRule rule) {
    return TrackRun.of(table, start(), dueTimes, rule, settings.costs());
  }

  private long start() {
    return history.get(0).time();
  }

  private List<Track> tracks(TrackAssembly assembly, TrackSeries ensemble) {
    List<Track> tracks = new ArrayList<>();
    tracks.add(assembly.track("Ensemble", TrackKind.ENSEMBLE, ensemble, settings.trials()));
    if (!cashHistory.isEmpty()) {
      TrackSeries withCash = run(cashHistory, TargetRule.published(cashHistory));
      tracks.add(
          assembly.track(
              "Ensemble with cash", TrackKind.ENSEMBLE_WITH_CASH, withCash, settings.trials()));
    }
    tracks.add(assembly.equalWeight());
    TrackSeries inverse = run(history, new InverseVolatility(table, history));
    tracks.add(
        assembly.track("Inverse volatility", TrackKind.INVERSE_VOLATILITY, inverse, Trials.ONE));
    int strategies = table.strategies().size();
    Trials choice = Trials.of(table.columns(table.rowsUpTo(start())));
    for (int k = 0; k < strategies; k++) {
      TrackSeries alone = run(history, TargetRule.only(k, strategies));
      tracks.add(assembly.track(table.strategies().get(k), TrackKind.STRATEGY, alone, choice));
    }
    return List.copyOf(tracks);
  }

  private static long seed(String portfolio, long from, long to) {
    return EventSeed.of(portfolio, from) + Long.rotateLeft(EventSeed.of(portfolio, to), 1);
  }

  private void check() {
    if (history.isEmpty()) {
      throw new NothingToEvaluateException(
          "no weights in "
              + table.rows()
              + " bars: the ensemble did not decide once, "
              + (table.isZero()
                  ? "because every return is 0: do prices change, and have strategies their inputs?"
                  : "most likely because there are fewer returns than its estimate needs"));
    }
    if (table.rowsUpTo(start()) == table.rows()) {
      throw new NothingToEvaluateException(
          "no bar after the first weights at " + start() + ": they earned nothing yet");
    }
    check(history);
    if (!cashHistory.isEmpty()) {
      check(cashHistory);
    }
  }

  private void check(WeightsHistory weights) {
    agree("portfolio", weights.portfolio(), table.portfolio());
    List<String> strategies = new ArrayList<>(weights.columns());
    strategies.remove(WeightsHistory.CASH);
    agree("strategies", strategies, table.strategies());
  }

  private static void agree(String what, Object ofWeights, Object ofReturns) {
    if (!ofWeights.equals(ofReturns)) {
      throw new IllegalArgumentException(
          what + " of the weights must be " + ofReturns + "; have " + ofWeights);
    }
  }
}
