package io.mirrorcore.portfolio.settings;

import io.mirrorcore.estimate.MeanPrior;
import io.mirrorcore.portfolio.period.EveryBar;
import io.mirrorcore.portfolio.period.PeriodEnds;
import java.io.Serializable;
import java.util.Objects;

/**
 * What an ensemble counts in, and when it begins.
 *
 * @param ends when the periods end that windows and cadences count
 * @param periods in a day and in a year
 * @param meanPrior S0 of {@link MeanPrior}, annual Sharpe ratio, 0 or more; 0: means are believed
 * @param warmUp strategies before the first weights
 */
public record TimeSettings(PeriodEnds ends, BarRate periods, double meanPrior, WarmUp warmUp)
    implements Serializable {

  public TimeSettings {
    Objects.requireNonNull(ends, "ends");
    Objects.requireNonNull(periods, "periods");
    Objects.requireNonNull(warmUp, "warmUp");
    if (!(meanPrior >= 0 && meanPrior < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mean-prior must be at least 0; have " + meanPrior);
    }
  }

  /** Every bar is a period, means are believed, the first active strategy begins. */
  public static TimeSettings inBars(BarRate bars) {
    return new TimeSettings(new EveryBar(), bars, 0, WarmUp.none());
  }

  /** What is left of a mean of some rows that count, in [0, 1]. */
  public double believed(double effectiveRows) {
    return meanPrior == 0 ? 1 : new MeanPrior(meanPrior).share(effectiveRows, periods.perYear());
  }
}
