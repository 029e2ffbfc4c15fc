package io.mirrorcore.adjust;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a company does to its share: a split, a dividend, or both on one day.
 *
 * @param symbol the venue's name of the share
 * @param date first day of trading without the dividend, and with the new shares
 * @param ratio new shares for an old one, above 0: 4 for a split of four for one, 0.1 where ten
 *     become one, 1 where there is no split
 * @param dividend cash for a share as it was held before that day, 0 where there is none
 */
public record Adjustment(String symbol, LocalDate date, double ratio, double dividend)
    implements Serializable {

  public Adjustment {
    if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ratio must be above 0; have " + ratio);
    }
    if (!(dividend >= 0 && dividend < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dividend must be at least 0; have " + dividend);
    }
  }

  public boolean isSplit() {
    return ratio != 1;
  }

  public boolean isDividend() {
    return dividend > 0;
  }
}
