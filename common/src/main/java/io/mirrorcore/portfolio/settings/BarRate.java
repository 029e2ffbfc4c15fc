package io.mirrorcore.portfolio.settings;

import java.io.Serializable;

/**
 * How many bars there are.
 *
 * @param perDay bars in a day, positive: brings per-bar estimates to the daily units in which
 *     lambda, eta and gamma are stated
 * @param perYear bars in a year, positive: annualises the Sharpe ratio
 */
public record BarRate(double perDay, double perYear) implements Serializable {

  public BarRate {
    positive("bars-per-day", perDay);
    positive("bars-per-year", perYear);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite; have " + value);
    }
  }
}
