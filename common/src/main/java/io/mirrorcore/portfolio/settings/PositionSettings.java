package io.mirrorcore.portfolio.settings;

import io.mirrorcore.portfolio.book.NoTradeBand;
import java.io.Serializable;

/**
 * How the weights of strategies become what is held of symbols.
 *
 * @param band width of the no-trade band in usual changes of the book, 0 or more; 0: none
 * @param halfLifeDays of what is usual, days, above 0
 */
public record PositionSettings(double band, double halfLifeDays) implements Serializable {

  /** Of what is usual, days. */
  public static final double HALF_LIFE_DAYS = 20;

  public PositionSettings {
    if (!(band >= 0 && band < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("band must be at least 0; have " + band);
    }
    if (!(halfLifeDays > 0 && halfLifeDays < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("half-life must be above 0; have " + halfLifeDays);
    }
  }

  /** What is wanted is held, as in the first release. */
  public static PositionSettings none() {
    return new PositionSettings(0, HALF_LIFE_DAYS);
  }

  /** The band of an account that begins. */
  public NoTradeBand band(BarRate bars) {
    return new NoTradeBand(band, halfLifeDays * bars.perDay());
  }
}
