package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.portfolio.period.EveryBar;
import io.mirrorcore.portfolio.period.PartsOfDay;
import io.mirrorcore.portfolio.period.PeriodEnds;
import io.mirrorcore.portfolio.settings.BarRate;
import java.time.Duration;

/**
 * The periods that windows and cadences count.
 *
 * @param ends when they end
 * @param rate how many there are
 * @param belowADay whether they are shorter than a day
 */
public record Periods(PeriodEnds ends, BarRate rate, boolean belowADay) {

  private static final Duration DAY = Duration.ofDays(1);

  /** Those of settings whose bars fit into them. */
  public static Periods of(Settings settings) {
    Duration period = settings.get(ProfileKeys.PERIOD);
    Duration bar = settings.get(PipelineKeys.BARS_INTERVAL);
    BarRate bars = new BarRate(settings.barsPerDay(), settings.barsPerYear());
    if (period.compareTo(bar) <= 0) {
      return new Periods(new EveryBar(bar.toMillis()), bars, bar.compareTo(DAY) < 0);
    }
    double barsOfOne = (double) period.toMillis() / bar.toMillis();
    double perDay = Math.max(1, bars.perDay() / barsOfOne);
    return new Periods(
        new PartsOfDay(period.toMillis(), settings.get(PipelineKeys.BARS_ZONE)),
        new BarRate(perDay, perDay * bars.perYear() / bars.perDay()),
        period.compareTo(DAY) < 0);
  }

  /** As a message says it. */
  static String text(Settings settings) {
    return ProfileKeys.PERIOD.text(settings.get(ProfileKeys.PERIOD));
  }
}
