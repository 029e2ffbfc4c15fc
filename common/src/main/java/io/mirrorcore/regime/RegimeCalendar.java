package io.mirrorcore.regime;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The regimes that a person says rule, each from its time on: of one portfolio, or of all. The
 * newest that is not after a close rules there; of two of the same time that of the portfolio
 * itself. Before the first it is MIXED, as before the detector knows anything. Immutable.
 */
public final class RegimeCalendar implements Serializable {

  /** In the place of a portfolio: all of them. */
  public static final String ALL = "*";

  private static final long serialVersionUID = 1;

  private final TreeMap<String, TreeMap<Long, Regime>> told = new TreeMap<>();

  /**
   * One row.
   *
   * @param portfolio name, or {@link #ALL}
   * @param time from which it rules, at a close of the same time already; epoch milliseconds
   */
  public record Row(String portfolio, long time, Regime regime) {}

  /**
   * In any order.
   *
   * @throws IllegalArgumentException if two are of one portfolio and time
   */
  public RegimeCalendar(List<Row> rows) {
    for (Row row : rows) {
      Regime before =
          told.computeIfAbsent(row.portfolio(), portfolio -> new TreeMap<>())
              .put(row.time(), row.regime());
      if (before != null) {
        throw new IllegalArgumentException(
            "a portfolio must have one regime at a time; have two of " + row);
      }
    }
  }

  /** Portfolios that are told of, and {@link #ALL} where some rows are of all. */
  public List<String> portfolios() {
    return List.copyOf(told.keySet());
  }

  /** What rules at a close. */
  Regime at(String portfolio, long close) {
    Map.Entry<Long, Regime> own = newest(portfolio, close);
    Map.Entry<Long, Regime> ofAll = newest(ALL, close);
    if (own == null || (ofAll != null && ofAll.getKey() > own.getKey())) {
      return ofAll == null ? Regime.MIXED : ofAll.getValue();
    }
    return own.getValue();
  }

  private Map.Entry<Long, Regime> newest(String portfolio, long close) {
    TreeMap<Long, Regime> rows = told.get(portfolio);
    return rows == null ? null : rows.floorEntry(close);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegimeCalendar that && told.equals(that.told);
  }

  @Override
  public int hashCode() {
    return told.hashCode();
  }

  @Override
  public String toString() {
    return told.toString();
  }
}
