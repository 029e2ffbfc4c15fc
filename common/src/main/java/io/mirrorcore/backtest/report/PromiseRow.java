package io.mirrorcore.backtest.report;

import io.mirrorcore.portfolio.record.PerformanceRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the estimates had promised of the weights in force in one calendar year, beside what came:
 * simple returns of bars, added up. A bar belongs to the year in which it ends; one that closes at
 * midnight belongs to the day before.
 *
 * @param year calendar year
 * @param bars of it that were evaluated, 1 or more
 * @param expected sum of the expected returns
 * @param realised sum of the returns that came, net of cost, as the live job keeps its book
 */
public record PromiseRow(int year, int bars, double expected, double realised) {

  /**
   * One row a year, the earliest first.
   *
   * @param records of one portfolio, in order of time
   * @param zone whose years they are
   */
  public static List<PromiseRow> of(Iterable<PerformanceRecord> records, ZoneId zone) {
    TreeMap<Integer, PromiseRow> rows = new TreeMap<>();
    for (PerformanceRecord record : records) {
      int year = Instant.ofEpochMilli(record.time() - 1).atZone(zone).getYear();
      PromiseRow before = rows.getOrDefault(year, new PromiseRow(year, 0, 0, 0));
      rows.put(year, before.with(record));
    }
    return new ArrayList<>(rows.values());
  }

  private PromiseRow with(PerformanceRecord record) {
    return new PromiseRow(
        year, bars + 1, expected + record.expectedReturn(), realised + record.realisedReturn());
  }
}
