package io.mirrorcore.backtest.report;

import io.mirrorcore.backtest.BacktestMode;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.regime.Regime;
import java.util.List;

/**
 * The report: every component is a field of {@code report.json}, in its order. All numbers are
 * finite; times are epoch milliseconds; arrays "by bar" are aligned with {@code times}.
 *
 * @param version of this form
 * @param portfolio name
 * @param mode {@link BacktestMode#text}
 * @param train bars of an estimate
 * @param test bars between due times
 * @param anchored whether the estimate begins with the first bar
 * @param from close of the first evaluated bar: the one after the first weights record
 * @param to close of the last
 * @param bars evaluated
 * @param interval of the bars
 * @param barsPerYear used for annualising
 * @param barsPerYearSource where that is from
 * @param capital at the start
 * @param costRate of trading between strategies
 * @param data files read
 * @param notes to the reader
 * @param verdict in words
 * @param times by bar
 * @param tracks ensemble, ensemble with cash (where there is one), equal weight, inverse
 *     volatility, then each strategy by id
 * @param regimes spans without a gap, from the first weights record to the last bar
 * @param weights in force
 * @param correlation of the strategies' returns over the evaluated bars
 * @param monthly returns by calendar month
 * @param configuration that reproduces the run
 * @param tuning that chose the parameters; null where there was none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record BacktestResult(
    int version,
    String portfolio,
    String mode,
    int train,
    int test,
    boolean anchored,
    long from,
    long to,
    int bars,
    String interval,
    double barsPerYear,
    String barsPerYearSource,
    double capital,
    double costRate,
    List<Provenance.DataFile> data,
    List<String> notes,
    Verdict verdict,
    long[] times,
    List<Track> tracks,
    List<RegimeSpan> regimes,
    WeightsOverTime weights,
    CorrelationTable correlation,
    List<MonthlyReturn> monthly,
    String configuration,
    TuningSummary tuning) {

  public static final int VERSION = 1;

  /**
   * A regime that ruled from one due time to another.
   *
   * @param from the first due time that it ruled at
   * @param to the due time at which the next took over, or the last bar
   * @param regime which
   */
  public record RegimeSpan(long from, long to, Regime regime) {}

  /**
   * The weights in force as each record states them, without the drift in between.
   *
   * @param times of the records
   * @param strategies ids, sorted
   * @param values a row per time, a column per strategy
   */
  public record WeightsOverTime(long[] times, List<String> strategies, double[][] values) {}

  /**
   * Pearson correlations.
   *
   * @param strategies ids, sorted
   * @param matrix a row and a column per strategy, in [-1, 1]; 1 on the diagonal, 0 beside it where
   *     a series never changes
   */
  public record CorrelationTable(List<String> strategies, double[][] matrix) {}

  /**
   * What one calendar month brought, compounded. A bar belongs to the month in which it ends; one
   * that closes at midnight belongs to the day before.
   *
   * @param year of the month
   * @param month 1 to 12
   * @param ensemble simple return
   * @param equalWeight simple return
   */
  public record MonthlyReturn(int year, int month, double ensemble, double equalWeight) {}

  /** This result with the tuning run that chose its parameters. */
  public BacktestResult withTuning(TuningSummary summary) {
    return new BacktestResult(
        version,
        portfolio,
        mode,
        train,
        test,
        anchored,
        from,
        to,
        bars,
        interval,
        barsPerYear,
        barsPerYearSource,
        capital,
        costRate,
        data,
        notes,
        verdict,
        times,
        tracks,
        regimes,
        weights,
        correlation,
        monthly,
        configuration,
        summary);
  }
}
