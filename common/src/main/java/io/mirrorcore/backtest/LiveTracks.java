package io.mirrorcore.backtest;

import io.mirrorcore.backtest.evidence.SharpeBootstrap;
import io.mirrorcore.backtest.evidence.SharpeInterval;
import io.mirrorcore.backtest.evidence.SharpeRows;
import io.mirrorcore.backtest.track.DeepestDrawdown;
import io.mirrorcore.backtest.track.Evaluated;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.ReturnTable;
import io.mirrorcore.backtest.track.RollingSharpe;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.backtest.track.WeightsHistory;
import io.mirrorcore.portfolio.ensemble.EventSeed;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ensemble and equal weight over records that are still coming in: what {@link
 * BacktestEvaluation} would say of the same records without their symbols, number for number, since
 * the same classes run over all of them whenever it is asked. That costs some milliseconds for ten
 * thousand bars, and leaves no second way of counting that could come to disagree.
 */
public final class LiveTracks {

  private final BacktestSettings settings;
  private final ReturnTable table = new ReturnTable();
  private final WeightsHistory history = new WeightsHistory();

  /**
   * @param settings of an evaluation
   */
  public LiveTracks(BacktestSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes in the returns of one bar.
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

  /** Bars that have been taken in. */
  public int rows() {
    return table.rows();
  }

  /** Both tracks so far; empty before a bar has followed the first weights. */
  public Optional<Courses> courses() {
    if (history.isEmpty() || table.rowsUpTo(start()) == table.rows()) {
      return Optional.empty();
    }
    Evaluated evaluated = new Evaluated(table, null, settings.account());
    TrackPlans plans = new TrackPlans(settings, table, start());
    List<TrackSeries> series =
        evaluated.run(
            plans.ensembleAndEqualWeight(history.over(table.strategies()), evaluated),
            start(),
            List.of());
    long[] times = table.times(table.rowsUpTo(start()));
    return Optional.of(new Courses(times, course(series.get(0)), course(series.get(1))));
  }

  private long start() {
    return history.get(0).time();
  }

  private Course course(TrackSeries series) {
    return new Course(
        series.returns(),
        series.equity(),
        DeepestDrawdown.course(series.equity()),
        RollingSharpe.of(series.returns(), window(), barsPerYear()),
        Figures.of(series, settings.stake().capital(), barsPerYear()));
  }

  /** Bars of the rolling Sharpe ratio. */
  public int window() {
    return settings.rollingWindow();
  }

  private double barsPerYear() {
    return settings.scale().barsPerYear();
  }

  /**
   * Where the Sharpe ratio of the newest bars lies, annualised.
   *
   * @param returns net, by bar
   * @param bars how many of the newest count
   * @return empty where there are fewer
   */
  public Optional<SharpeInterval> interval(double[] returns, int bars) {
    if (bars < 2 || returns.length < bars) {
      return Optional.empty();
    }
    SharpeRows rows =
        SharpeRows.of(Arrays.copyOfRange(returns, returns.length - bars, returns.length));
    long seed = EventSeed.of(table.portfolio(), bars);
    return Optional.of(SharpeBootstrap.of(rows, rows, seed).interval(barsPerYear()));
  }

  /**
   * Both tracks over the same bars.
   *
   * @param times closes of the evaluated bars, epoch milliseconds
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, read in place
  public record Courses(long[] times, Course ensemble, Course equalWeight) {}

  /**
   * One track, by evaluated bar.
   *
   * @param returns simple, net of cost
   * @param equity value of what was 1 at the start, at each close
   * @param drawdown loss from the highest value so far, 0 or a negative share
   * @param rolling Sharpe ratio of the last {@link #window()} bars, annualised; null before
   * @param figures of all bars
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, read in place
  public record Course(
      double[] returns,
      double[] equity,
      double[] drawdown,
      List<Double> rolling,
      Figures figures) {}
}
