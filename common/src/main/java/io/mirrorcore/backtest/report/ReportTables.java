package io.mirrorcore.backtest.report;

import io.mirrorcore.backtest.evidence.Correlations;
import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.track.ReturnTable;
import io.mirrorcore.backtest.track.WeightsHistory;
import io.mirrorcore.regime.Regime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the report that are neither figures nor evidence.
 *
 * @param regimes spans without a gap, from the first weights record to the last bar
 * @param weights in force
 * @param correlation of the strategies' returns over the evaluated bars
 * @param monthly returns by calendar month
 * @param byRegime every portfolio in every regime; null in reports that did not ask yet
 * @param promises of the ensemble, by year; null where the job told nothing of its performance
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record ReportTables(
    List<RegimeSpan> regimes,
    WeightsOverTime weights,
    CorrelationTable correlation,
    List<MonthlyReturn> monthly,
    List<RegimeRow> byRegime,
    List<PromiseRow> promises) {

  /** The same with what was promised. */
  ReportTables withPromises(List<PromiseRow> rows) {
    return new ReportTables(regimes, weights, correlation, monthly, byRegime, rows);
  }

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

  /**
   * The regimes that ruled, one span for records in a row of the same.
   *
   * @param end close of the last bar
   */
  public static List<RegimeSpan> regimes(WeightsHistory history, long end) {
    List<RegimeSpan> spans = new ArrayList<>();
    WeightsHistory.Entry first = history.get(0);
    for (int due = 1; due < history.size(); due++) {
      WeightsHistory.Entry entry = history.get(due);
      if (entry.regime() != first.regime()) {
        spans.add(new RegimeSpan(first.time(), entry.time(), first.regime()));
        first = entry;
      }
    }
    spans.add(new RegimeSpan(first.time(), Math.max(end, first.time()), first.regime()));
    return List.copyOf(spans);
  }

  /** The weights in force at each due time. */
  public static WeightsOverTime weights(WeightsHistory history) {
    long[] times = new long[history.size()];
    double[][] values = new double[history.size()][];
    for (int due = 0; due < times.length; due++) {
      times[due] = history.get(due).time();
      values[due] = history.get(due).weights();
    }
    return new WeightsOverTime(times, history.columns(), values);
  }

  /** Correlations of the strategies over the rows from {@code firstRow} on. */
  public static CorrelationTable correlation(ReturnTable table, int firstRow) {
    return new CorrelationTable(table.strategies(), Correlations.of(table.columns(firstRow)));
  }

  /**
   * Returns by month. A bar is closed on the right, so that its last moment is just before its
   * time.
   */
  public static List<MonthlyReturn> monthly(
      long[] times, double[] ensemble, double[] equalWeight, ZoneId zone) {
    List<MonthlyReturn> months = new ArrayList<>();
    YearMonth month = null;
    double own = 1;
    double other = 1;
    for (int t = 0; t < times.length; t++) {
      YearMonth now = YearMonth.from(Instant.ofEpochMilli(times[t] - 1).atZone(zone));
      if (month != null && !now.equals(month)) {
        months.add(month(month, own, other));
        own = 1;
        other = 1;
      }
      month = now;
      own *= 1 + ensemble[t];
      other *= 1 + equalWeight[t];
    }
    months.add(month(month, own, other));
    return List.copyOf(months);
  }

  private static MonthlyReturn month(YearMonth month, double own, double other) {
    return new MonthlyReturn(
        month.getYear(),
        month.getMonthValue(),
        FiniteRatio.bounded(own - 1),
        FiniteRatio.bounded(other - 1));
  }
}
