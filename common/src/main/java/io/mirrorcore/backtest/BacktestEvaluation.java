package io.mirrorcore.backtest;

import io.mirrorcore.backtest.breakdown.Attributor;
import io.mirrorcore.backtest.breakdown.Trade;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.EvaluatedSpan;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.RegimeRow;
import io.mirrorcore.backtest.report.ReportTables;
import io.mirrorcore.backtest.track.Evaluated;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.ReturnTable;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.backtest.track.WeightsHistory;
import io.mirrorcore.portfolio.ensemble.EventSeed;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.util.List;
import java.util.function.Consumer;

/**
 * Judges what the pipeline published: fed the records of one portfolio, each kind in order of event
 * time (how the kinds interleave does not matter), it tells what the weights would have earned, and
 * what that proves.
 *
 * <p>A weights record with time T is a decision at the close of T, made with returns up to T: it
 * earns from the first returns record after T on. The evaluation is of the bars after the first
 * weights record, for all tracks alike. The ensemble is built up with that record; from then on it
 * trades only at records whose decision changed the weights in force. Equal weight and inverse
 * volatility trade at every record, which is to say at every due time, whether the ensemble traded
 * or held; the market at a constant risk once a week.
 *
 * <p>All are judged alike, and where the closes are given too, as the live job's book is: on net
 * positions ({@link io.mirrorcore.portfolio.book.NetPositions}). Without them the account is the
 * sum of the strategies' returns by weight.
 *
 * <p>Memory: a number a strategy and bar, a number a track and bar for each of three curves, and
 * those of one track at work; a million bars of 19 strategies take about 0.7 GB.
 */
public final class BacktestEvaluation {

  private final BacktestSettings settings;
  private final ReturnTable table;
  private final WeightsHistory history = new WeightsHistory();
  private final WeightsHistory cashHistory = new WeightsHistory();
  private final Iterable<PortfolioBar> closes; // null where the symbols are not known
  private TrackSeries ensemble; // once it was asked for

  /** An evaluation of the strategies' returns alone. */
  public BacktestEvaluation(BacktestSettings settings) {
    this(settings, null);
  }

  /**
   * An evaluation of net positions.
   *
   * @param closes every close of the portfolio from the first on, in order of time, to be gone over
   *     several times; null where the symbols are not known
   */
  public BacktestEvaluation(BacktestSettings settings, Iterable<PortfolioBar> closes) {
    this(settings, closes, new ReturnTable());
  }

  private BacktestEvaluation(
      BacktestSettings settings, Iterable<PortfolioBar> closes, ReturnTable table) {
    this.settings = settings;
    this.closes = closes;
    this.table = table;
  }

  /**
   * An evaluation of other weights over the same bars, which it shares: neither of the two may be
   * given further bars.
   */
  public BacktestEvaluation ofOtherWeights() {
    return new BacktestEvaluation(settings, closes, table);
  }

  /**
   * The same where what is judged holds more than its weights say, so that an engine has to run.
   *
   * @param engine its settings
   */
  public BacktestEvaluation ofOtherEngine(EnsembleSettings engine) {
    ProfileTracks own = new ProfileTracks(engine, settings.profiles().beside());
    return new BacktestEvaluation(settings.withProfiles(own), closes, table);
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
    return result(provenance, trade -> {});
  }

  /**
   * The report, and every trade of the ensemble.
   *
   * @param trades is shown them in order of time; none where the symbols are not known
   */
  public BacktestResult result(Provenance provenance, Consumer<Trade> trades) {
    check();
    int firstRow = table.rowsUpTo(start());
    long[] times = table.times(firstRow);
    Evaluated evaluated = new Evaluated(table, closes, settings.account());
    BenchmarkTrack named =
        settings.benchmark() == null
            ? null
            : BenchmarkTrack.symbol(settings.benchmark(), evaluated, firstRow);
    List<TrackPlans.Plan> plans =
        new TrackPlans(settings, table, start())
            .all(history.over(table.strategies()), cashHistory.over(table.strategies()), evaluated);
    Attributor attributor = attributor(trades);
    List<TrackSeries> series =
        evaluated.run(
            plans.stream().map(TrackPlans.Plan::rule).toList(),
            start(),
            settings.stresses(),
            attributor);
    TrackSeries hold = ResultAssembly.only(TrackKind.HOLD, plans, series);
    BenchmarkTrack benchmark = named == null ? BenchmarkTrack.hold(hold) : named;
    ResultAssembly parts = new ResultAssembly(settings, plans, series, benchmark);
    TrackAssembly assembly =
        new TrackAssembly(
            settings,
            new TrackAssembly.Compared(
                parts.only(TrackKind.EQUAL_WEIGHT),
                hold,
                parts.only(TrackKind.HOLD_AT_VOLATILITY),
                benchmark == null ? null : benchmark.series().returns()),
            times,
            seed(table.portfolio(), times[0], times[times.length - 1]));
    List<Track> tracks = parts.tracks(assembly);
    return new BacktestResult(
        BacktestResult.VERSION,
        table.portfolio(),
        settings.walk(),
        EvaluatedSpan.of(times),
        settings.scale(),
        settings.stake(),
        provenance,
        assembly.verdict(tracks, evaluated.accounting()),
        tracks,
        parts.stress(assembly),
        tables(firstRow, times, parts),
        parts.breakdown(times, start(), attributor.attribution()),
        null);
  }

  private Attributor attributor(Consumer<Trade> trades) {
    return new Attributor(
        table.strategies(),
        new Attributor.Scale(
            settings.stake().capital(),
            settings.positions().settings().leverage(),
            settings.scale().barsPerYear()),
        trades);
  }

  private ReportTables tables(int firstRow, long[] times, ResultAssembly parts) {
    return new ReportTables(
        ReportTables.regimes(history, times[times.length - 1]),
        ReportTables.weights(history),
        ReportTables.correlation(table, firstRow),
        ReportTables.monthly(
            times,
            parts.only(TrackKind.ENSEMBLE).returns(),
            parts.only(TrackKind.EQUAL_WEIGHT).returns(),
            settings.zone()),
        parts.byRegime(RegimeRow.of(history, times)),
        null);
  }

  private TrackSeries ensemble() {
    if (ensemble == null) {
      check();
      Evaluated evaluated = new Evaluated(table, closes, settings.account());
      ensemble =
          evaluated
              .run(
                  List.of(TrackPlans.own(settings, history.over(table.strategies()), evaluated)),
                  start(),
                  List.of())
              .get(0);
    }
    return ensemble;
  }

  private long start() {
    return history.get(0).time();
  }

  private static long seed(String portfolio, long from, long to) {
    return EventSeed.of(portfolio, from) + Long.rotateLeft(EventSeed.of(portfolio, to), 1);
  }

  private void check() {
    if (history.isEmpty() && !history.warmUps().isEmpty()) {
      throw new NothingToEvaluateException(
          "no weights but those of the warm-up in "
              + table.rows()
              + " bars: they are equal, or cash, until ensemble.warm-up (a share of the strategies"
              + " with an input) are active and the estimate has the returns it needs; give more"
              + " data, or set ensemble.warm-up: 0");
    }
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
    weights.over(table.strategies());
  }

  private static void agree(String what, Object ofWeights, Object ofReturns) {
    if (!ofWeights.equals(ofReturns)) {
      throw new IllegalArgumentException(
          what + " of the weights must be " + ofReturns + "; have " + ofWeights);
    }
  }
}
