package io.mirrorcore.backtest.report;

import io.mirrorcore.backtest.evidence.Correlations;
import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.report.BacktestResult.CorrelationTable;
import io.mirrorcore.backtest.report.BacktestResult.MonthlyReturn;
import io.mirrorcore.backtest.report.BacktestResult.RegimeSpan;
import io.mirrorcore.backtest.report.BacktestResult.WeightsOverTime;
import io.mirrorcore.backtest.track.ReturnTable;
import io.mirrorcore.backtest.track.WeightsHistory;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The parts of the report that are neither figures nor evidence. */
public final class ReportTables {

  private ReportTables() {}

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
