package io.mirrorcore.backtest.report;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a bar is, in words and in years.
 *
 * @param interval of the bars, as shown
 * @param barsPerYear for annualising, above 0
 * @param source where that number is from, as shown
 */
public record BarScale(String interval, double barsPerYear, String source) implements Serializable {

  public BarScale {
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(source, "source of bars-per-year");
    if (!(barsPerYear > 0 && barsPerYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bars-per-year must be above 0; have " + barsPerYear);
    }
  }
}
