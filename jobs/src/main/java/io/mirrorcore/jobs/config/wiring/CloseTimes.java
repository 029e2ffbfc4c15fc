package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.calendar.BarCount;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.time.BarAlignment;
import io.mirrorcore.market.BarSpacing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Whether the closes of a file are what its interval and its sessions say. Stamps that scatter from
 * symbol to symbol make a close of each: a portfolio of three symbols would have three bars for
 * one, and every figure of a year would be that of another one.
 */
final class CloseTimes {

  private static final String INTERVAL = PipelineKeys.BARS_INTERVAL.key();
  private static final String INPUT = PipelineKeys.INPUTS_PRICES_INTERVAL.key();

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Apart from that, bars of a day are of markets that close at another hour. */
  private static final long OF_DAYS = Duration.ofMinutes(30).toMillis();

  /** Of the closes: halts, half days and odd records are fewer. */
  private static final double MANY = 0.05;

  /** Of the closes a year: what holidays and listings blur. */
  private static final double BLUR = 1.1;

  private static final long LONGEST = Duration.ofDays(45).toMillis();

  private final Path file;
  private final BarSpacing spacing;
  private final long interval;
  private final BarAlignment alignment;
  private final boolean asTheyAre;

  /**
   * @param given the settings of the user; where they have no interval, that of the file counts
   */
  CloseTimes(Settings given, Path file, BarSpacing spacing) {
    this.file = file;
    this.spacing = spacing;
    Settings at =
        given.isSet(INTERVAL) || given.isSet(INPUT)
            ? given
            : given.with(INTERVAL, spacing.intervalMs() + "ms");
    interval = at.inputInterval().toMillis();
    alignment = at.parser().alignment();
    asTheyAre = at.find(PipelineKeys.BARS_ALIGN).filter(Duration::isZero).isPresent();
  }

  /** A month is the longest bar that a job has. */
  void requireAMonthAtMost() {
    if (spacing.averageMs() > LONGEST) {
      throw new ConfigurationException(
          String.format(
              Locale.ROOT,
              "%s has a bar every %.0f days, and the longest bar there is here is one of a month: give bars of a month or less",
              file.getFileName(),
              spacing.averageMs() / DAY));
    }
  }

  /**
   * Symbols of which one closes a little after the other have no close in common. A difference of a
   * quarter of the interval and more is a market that opens at another time.
   */
  void requireOneOffset() {
    if (interval >= DAY || alignment.toleranceMs() == 0) {
      return;
    }
    String first = null;
    long least = 0;
    for (Map.Entry<String, Long> symbol : spacing.offsets(interval).entrySet()) {
      long offset = alignment.of(symbol.getValue());
      long apart = Math.abs(offset - least);
      if (first != null && apart > 0 && apart < interval / 4) {
        throw new ConfigurationException(
            "%s has bars of %s that close %s beside those of %s: set bars.align=%s, up to which stamps are brought to the close that they are near, or give files of stamps that agree; bars.align=0s takes them as they are"
                .formatted(
                    file.getFileName(),
                    symbol.getKey(),
                    DurationText.format(Duration.ofMillis(apart)),
                    first,
                    DurationText.format(
                        Duration.ofMillis(Math.max(Math.abs(offset), Math.abs(least))))));
      }
      if (first == null) {
        first = symbol.getKey();
        least = offset;
      }
    }
  }

  /** Symbols share most of their closes, or close at hours of their own. */
  void requireNoScatter() {
    if (asTheyAre || interval > DAY) {
      return;
    }
    long within = interval == DAY ? OF_DAYS : interval / 4;
    double crowded = spacing.crowded(within, alignment::of);
    if (crowded > MANY) {
      throw new ConfigurationException(
          String.format(
              Locale.ROOT,
              "%s has closes less than %s apart for bars of %s (%.0f %% of them): its stamps scatter around the closes, or its symbols close a little beside each other; %s, or set bars.align=0s to take every stamp as a close of its own",
              file.getFileName(),
              DurationText.format(Duration.ofMillis(within)),
              DurationText.format(Duration.ofMillis(interval)),
              100 * crowded,
              interval == DAY
                  ? "stamp the bars of a day alike, as by their date alone"
                  : "set bars.align to how far a stamp may be from its close"));
    }
  }

  /** More closes than the sessions have: they are of another market, or symbols close apart. */
  static void requireWithin(BarCount sessions, Path file, BarSpacing spacing) {
    spacing
        .barsPerYear()
        .ifPresent(
            seen -> {
              if (seen > BLUR * sessions.perYear()) {
                throw new ConfigurationException(
                    String.format(
                        Locale.ROOT,
                        "%s has %.0f closes a year, and its sessions make %.0f: they say less than when it trades, or its symbols close at different times of a day, which makes a bar of each; correct sessions, stamp the closes of a day alike, or set bars.per-year=%.0f",
                        file.getFileName(),
                        seen,
                        sessions.perYear(),
                        seen));
              }
            });
  }
}
