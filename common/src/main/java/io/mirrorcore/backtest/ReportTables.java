package io.mirrorcore.backtest;

import io.mirrorcore.backtest.BacktestResult.CorrelationTable;
import io.mirrorcore.backtest.BacktestResult.MonthlyReturn;
import io.mirrorcore.backtest.BacktestResult.RegimeSpan;
import io.mirrorcore.backtest.BacktestResult.WeightsOverTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The parts of the report that are neither figures nor evidence. */
final class ReportTables {

  private ReportTables() {}

  /**
   * The regimes that ruled, one span for records in a row of the same.
   *
   * @param end close of the last bar
   */
  static List<RegimeSpan> regimes(WeightsHistory history, long end) {
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
  static WeightsOverTime weights(WeightsHistory history) {
    long[] times = new long[history.size()];
    double[][] values = new double[history.size()][];
    for (int due = 0; due < times.length; due++) {
      times[due] = history.get(due).time();
      values[due] = history.get(due).weights();
    }
    return new WeightsOverTime(times, history.columns(), values);
  }

  /** Correlations of the strategies over the rows from {@code firstRow} on. */
  static CorrelationTable correlation(ReturnTable table, int firstRow) {
    return new CorrelationTable(table.strategies(), Correlations.of(table.columns(firstRow)));
  }

  /**
   * Returns by month. A bar is closed on the right, so that its last moment is just before its
   * time.
   */
  static List<MonthlyReturn> monthly(
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
        Figures.bounded(own - 1),
        Figures.bounded(other - 1));
  }
}
