package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.market.BarSpacing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The bar interval and the bars per year of an offline run: as the user gave them, else as the file
 * of prices shows them, and then it is said.
 *
 * @param presets what was inferred, by key of the configuration
 * @param inferred one sentence about it, when anything was
 * @param bars rows of prices, 1 where bars are made from ticks: only for showing progress
 */
public record FileCalendar(Map<String, String> presets, Optional<String> inferred, long bars) {

  private static final String INTERVAL = PipelineKeys.BARS_INTERVAL.key();
  private static final String PER_DAY = PipelineKeys.BARS_PER_DAY.key();
  private static final String PER_YEAR = PipelineKeys.BARS_PER_YEAR.key();

  /**
   * The calendar of files.
   *
   * @param given the settings of the user, of which nothing is inferred
   * @param files tried and in order
   * @throws ConfigurationException when there are no prices to infer the interval from, or when
   *     they contradict the one that is given
   */
  public static FileCalendar of(Settings given, Intake files) {
    FileCalendar calendar =
        files.measured().map(file -> of(given, file, files)).orElseGet(() -> ofTicks(given));
    return files.lastYear().isPresent()
        ? calendar.with(PipelineKeys.INPUTS_LAST_YEAR.key(), files.lastYear().getAsInt())
        : calendar;
  }

  private static FileCalendar of(Settings given, Path file, Intake files) {
    BarSpacing spacing = files.spacing();
    if (given.isSet(INTERVAL)) {
      requireInterval(given.get(PipelineKeys.BARS_INTERVAL), file, spacing);
    } else if (spacing.isKnown()) {
      requireOneInterval(file, spacing);
    }
    FileCalendar calendar = of(given::isSet, file, spacing, files.bars());
    return calendar.with(ShortHistory.period(given, spacing));
  }

  private static void requireInterval(Duration interval, Path file, BarSpacing spacing) {
    SortedMap<String, Long> others = spacing.otherThan(interval.toMillis());
    if (!others.isEmpty()) {
      Duration other = Duration.ofMillis(others.get(others.firstKey()));
      throw new ConfigurationException(
          "bars.interval is %s, but %s has a bar every %s%s: give the interval of the data, bars.interval=%s, or leave it out"
              .formatted(
                  DurationText.format(interval),
                  file.getFileName(),
                  DurationText.format(other),
                  of(others.firstKey()),
                  DurationText.format(other)));
    }
  }

  private static void requireOneInterval(Path file, BarSpacing spacing) {
    Duration interval = Duration.ofMillis(spacing.intervalMs());
    SortedMap<String, Long> others = spacing.otherThan(interval.toMillis());
    if (!others.isEmpty()) {
      throw new ConfigurationException(
          "%s has bars of more than one interval, most often every %s, but every %s%s: give one file for each interval, and each a run of its own"
              .formatted(
                  file.getFileName(),
                  DurationText.format(interval),
                  DurationText.format(Duration.ofMillis(others.get(others.firstKey()))),
                  of(others.firstKey())));
    }
  }

  /** Strategy returns have no symbol. */
  private static String of(String symbol) {
    return symbol.isEmpty() ? "" : " of " + symbol;
  }

  private static FileCalendar ofTicks(Settings given) {
    if (!given.isSet(INTERVAL)) {
      throw new ConfigurationException(
          "bars.interval is not set, and without --prices it cannot be inferred: add"
              + " --set bars.interval=1s for bars of one second, made from the ticks");
    }
    return new FileCalendar(Map.of(PipelineKeys.BARS_FROM.key(), "ticks"), Optional.empty(), 1)
        .with(ShortHistory.periodOfTicks(given));
  }

  private FileCalendar with(Optional<ShortHistory> chosen) {
    if (chosen.isEmpty()) {
      return this;
    }
    Map<String, String> more = new TreeMap<>(presets);
    more.put(ProfileKeys.PERIOD.key(), chosen.get().period());
    String before = inferred.map(sentence -> sentence + "; ").orElse("");
    return new FileCalendar(more, Optional.of(before + chosen.get().sentence()), bars);
  }

  private FileCalendar with(String key, int value) {
    Map<String, String> more = new TreeMap<>(presets);
    more.put(key, Integer.toString(value));
    return new FileCalendar(more, inferred, bars);
  }

  /** The calendar of strategy returns with these times, each of which is a period. */
  public static FileCalendar ofTimes(Predicate<String> given, Path file, long[] times) {
    BarSpacing spacing = new BarSpacing();
    for (long time : times) {
      spacing.add("", time);
    }
    FileCalendar calendar = of(given, file, spacing, times.length);
    if (given.test(ProfileKeys.PERIOD.key())) {
      return calendar;
    }
    Map<String, String> more = new TreeMap<>(calendar.presets());
    more.put(ProfileKeys.PERIOD.key(), "bar");
    return new FileCalendar(more, calendar.inferred(), calendar.bars());
  }

  private static FileCalendar of(
      Predicate<String> given, Path file, BarSpacing spacing, long rows) {
    if (given.test(INTERVAL) || !spacing.isKnown()) {
      return new FileCalendar(Map.of(), Optional.empty(), Math.max(1, rows));
    }
    Duration interval = Duration.ofMillis(spacing.intervalMs());
    Map<String, String> presets = new TreeMap<>(Map.of(INTERVAL, interval.toMillis() + "ms"));
    if (spacing.spansADay()) { // some minutes are no day of so many bars
      presets.put(PER_DAY, Double.toString(spacing.barsPerDay()));
      presets.put(PER_YEAR, Double.toString(spacing.barsPerYear()));
    }
    return new FileCalendar(presets, Optional.of(sentence(given, file, spacing)), rows);
  }

  /** What the user gave is not said to be inferred. */
  private static String sentence(Predicate<String> given, Path file, BarSpacing spacing) {
    Map<String, String> inferred = new LinkedHashMap<>();
    inferred.put(INTERVAL, "a bar every " + text(Duration.ofMillis(spacing.intervalMs())));
    if (spacing.spansADay()) {
      inferred.put(PER_DAY, text(spacing.barsPerDay()) + " bars a day");
      inferred.put(PER_YEAR, text(spacing.barsPerYear()) + " a year");
    }
    inferred.keySet().removeIf(given);
    return "inferred from %s: %s (%s)"
        .formatted(
            file.getFileName(),
            String.join(", ", inferred.values()),
            String.join(", ", inferred.keySet()));
  }

  /** Where the bars a year are from, as a report says it. */
  public String barsPerYearSource(Predicate<String> given) {
    if (given.test(PER_YEAR)) {
      return "given";
    }
    return presets.containsKey(PER_YEAR)
        ? "inferred from the data"
        : "bars.interval and the usual days of a year";
  }

  private static String text(double number) {
    return BigDecimal.valueOf(number)
        .round(MathContext.DECIMAL32)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String text(Duration interval) {
    long days = interval.toDays();
    return days > 0 ? days + "d" : interval.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
