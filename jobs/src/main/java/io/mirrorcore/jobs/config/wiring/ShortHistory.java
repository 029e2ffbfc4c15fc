package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.market.BarSpacing;
import io.mirrorcore.portfolio.period.PartsOfDay;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The period that an offline run counts in where its data have too few days to estimate from: the
 * longest of which there are enough.
 *
 * @param period as a configuration has it
 * @param sentence that says so
 */
record ShortHistory(String period, String sentence) {

  private static final int ENOUGH = 90;
  private static final Duration DAY = Duration.ofDays(1);

  /** So long that whatever a market's week and holidays are, it has days enough. */
  private static final Duration LONG = Duration.ofDays(2 * ENOUGH);

  private static final List<Duration> CHOICE =
      List.of(
          DAY,
          Duration.ofHours(4),
          Duration.ofHours(1),
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1));

  /**
   * Empty where the user has chosen, and where days do.
   *
   * @param given the settings of the user
   */
  static Optional<ShortHistory> period(Settings given, BarSpacing spacing) {
    if (isChosen(given) || !spacing.isKnown()) {
      return Optional.empty();
    }
    Duration bar =
        given.isSet(PipelineKeys.BARS_INTERVAL.key()) && given.makesBarsOfBars()
            ? given.get(PipelineKeys.BARS_INTERVAL)
            : Duration.ofMillis(spacing.intervalMs());
    boolean enough = bar.compareTo(DAY) >= 0 || spacing.spanMs() >= LONG.toMillis();
    return enough ? Optional.empty() : choice(given.get(PipelineKeys.BARS_ZONE), spacing, bar);
  }

  private static Optional<ShortHistory> choice(ZoneId zone, BarSpacing spacing, Duration bar) {
    for (Duration period : CHOICE) {
      boolean fits = period.toMillis() % bar.toMillis() == 0;
      if (fits && count(spacing, period, zone) >= ENOUGH) {
        return period.equals(DAY)
            ? Optional.empty()
            : Optional.of(of(DurationText.format(period), count(spacing, DAY, zone)));
      }
    }
    return Optional.of(of("bar", count(spacing, DAY, zone)));
  }

  private static long count(BarSpacing spacing, Duration period, ZoneId zone) {
    return spacing.periods(new PartsOfDay(period.toMillis(), zone)::endOf);
  }

  private static ShortHistory of(String period, long days) {
    String each = period.equals("bar") ? "bars" : "periods of " + period;
    return new ShortHistory(
        period,
        "of %d %s there is no estimate in days: counted in %s (%s)"
            .formatted(days, days == 1 ? "day" : "days", each, ProfileKeys.PERIOD));
  }

  /** Of bars that are yet to be made nobody knows how many days they are. */
  static Optional<ShortHistory> periodOfTicks(Settings given) {
    return isChosen(given)
        ? Optional.empty()
        : Optional.of(
            new ShortHistory(
                "bar",
                "bars are made from ticks: counted in bars (%s)".formatted(ProfileKeys.PERIOD)));
  }

  private static boolean isChosen(Settings given) {
    return given.isSet(ProfileKeys.PERIOD.key()) || given.isSet(StrategyKeys.COMPATIBILITY.key());
  }
}
