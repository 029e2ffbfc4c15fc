package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.calendar.BarCount;
import io.mirrorcore.calendar.MarketSessions;
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
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The bar interval and the bars per year of an offline run: as the user gave them, else as the file
 * of prices shows them, and then it is said.
 *
 * @param presets what was inferred, by key of the configuration
 * @param inferred one sentence about it, when anything was
 * @param declared whether bars per day and year are those of declared sessions
 * @param bars rows of prices, 1 where bars are made from ticks: only for showing progress
 */
public record FileCalendar(
    Map<String, String> presets, Optional<String> inferred, boolean declared, long bars) {

  private static final String INTERVAL = PipelineKeys.BARS_INTERVAL.key();
  private static final String INPUT = PipelineKeys.INPUTS_PRICES_INTERVAL.key();
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
    if (given.isSet(INTERVAL) || given.isSet(INPUT)) {
      requireInterval(given, file, spacing);
    } else if (spacing.isKnown()) {
      requireOneInterval(file, spacing);
    }
    if (spacing.isKnown()) {
      CloseTimes closes = new CloseTimes(given, file, spacing);
      closes.requireAMonthAtMost();
      closes.requireOneOffset();
      closes.requireNoScatter();
    }
    Optional<BarCount> declared = declared(given, spacing);
    if (declared.isPresent() && !given.isSet(PER_YEAR)) {
      CloseTimes.requireWithin(declared.get(), file, spacing);
    }
    return of(given::isSet, file, spacing, declared, files.bars())
        .with(ShortHistory.period(given, spacing));
  }

  /** What the sessions of the symbols make; empty where those of one are not declared. */
  private static Optional<BarCount> declared(Settings given, BarSpacing spacing) {
    MarketSessions known = given.sessions();
    if (!spacing.isKnown() || known.rules().isEmpty()) {
      return Optional.empty();
    }
    long interval =
        given.isSet(INTERVAL)
            ? given.get(PipelineKeys.BARS_INTERVAL).toMillis()
            : spacing.intervalMs();
    return new MarketSessions(known.rules(), interval, known.fromOpen()).count(spacing.symbols());
  }

  private static void requireInterval(Settings given, Path file, BarSpacing spacing) {
    SortedMap<String, Long> others = spacing.otherThan(given.inputInterval().toMillis());
    if (!others.isEmpty()) {
      throw new ConfigurationException(
          OtherInterval.sentence(
              given,
              file.getFileName().toString(),
              Duration.ofMillis(others.get(others.firstKey())),
              of(others.firstKey())));
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
    return new FileCalendar(
            Map.of(PipelineKeys.BARS_FROM.key(), "ticks"), Optional.empty(), false, 1)
        .with(ShortHistory.periodOfTicks(given));
  }

  private FileCalendar with(Optional<ShortHistory> chosen) {
    if (chosen.isEmpty()) {
      return this;
    }
    Map<String, String> more = new TreeMap<>(presets);
    more.put(ProfileKeys.PERIOD.key(), chosen.get().period());
    String before = inferred.map(sentence -> sentence + "; ").orElse("");
    return new FileCalendar(more, Optional.of(before + chosen.get().sentence()), declared, bars);
  }

  private FileCalendar with(String key, int value) {
    Map<String, String> more = new TreeMap<>(presets);
    more.put(key, Integer.toString(value));
    return new FileCalendar(more, inferred, declared, bars);
  }

  /** The calendar of strategy returns with these times, each of which is a period. */
  public static FileCalendar ofTimes(Predicate<String> given, Path file, long[] times) {
    BarSpacing spacing = new BarSpacing();
    for (long time : times) {
      spacing.add("", time);
    }
    FileCalendar calendar = of(given, file, spacing, Optional.empty(), times.length);
    if (given.test(ProfileKeys.PERIOD.key())) {
      return calendar;
    }
    Map<String, String> more = new TreeMap<>(calendar.presets());
    more.put(ProfileKeys.PERIOD.key(), "bar");
    return new FileCalendar(more, calendar.inferred(), calendar.declared(), calendar.bars());
  }

  private static FileCalendar of(
      Predicate<String> given,
      Path file,
      BarSpacing spacing,
      Optional<BarCount> declared,
      long rows) {
    Map<String, String> presets = new TreeMap<>();
    declared.ifPresent(count -> put(presets, count.perDay(), count.perYear()));
    if (given.test(INTERVAL) || !spacing.isKnown()) {
      return new FileCalendar(presets, Optional.empty(), declared.isPresent(), Math.max(1, rows));
    }
    presets.put(INTERVAL, spacing.intervalMs() + "ms");
    OptionalDouble perDay = spacing.barsPerDay();
    OptionalDouble perYear = spacing.barsPerYear();
    if (declared.isEmpty() && perDay.isPresent() && perYear.isPresent()) {
      put(presets, perDay.getAsDouble(), perYear.getAsDouble());
    }
    String sentence = sentence(given, file, spacing, presets, declared.isPresent());
    return new FileCalendar(presets, Optional.of(sentence), declared.isPresent(), rows);
  }

  private static void put(Map<String, String> presets, double perDay, double perYear) {
    presets.put(PER_DAY, Double.toString(perDay));
    presets.put(PER_YEAR, Double.toString(perYear));
  }

  /** What the user gave is not said to be inferred. */
  private static String sentence(
      Predicate<String> given,
      Path file,
      BarSpacing spacing,
      Map<String, String> presets,
      boolean declared) {
    Map<String, String> inferred = new LinkedHashMap<>();
    inferred.put(INTERVAL, "a bar every " + interval(spacing));
    if (!declared && presets.containsKey(PER_DAY)) {
      inferred.put(PER_DAY, text(presets.get(PER_DAY)) + " bars a day");
      inferred.put(PER_YEAR, text(presets.get(PER_YEAR)) + " a year");
    }
    inferred.keySet().removeIf(given);
    String sentence =
        "inferred from %s: %s (%s)"
            .formatted(
                file.getFileName(),
                String.join(", ", inferred.values()),
                String.join(", ", inferred.keySet()));
    return sentence + ofDays(given, presets, declared);
  }

  private static String ofDays(
      Predicate<String> given, Map<String, String> presets, boolean declared) {
    if (given.test(PER_YEAR)) {
      return "";
    }
    if (declared) {
      return "; by sessions: %s bars a day, %s a year"
          .formatted(text(presets.get(PER_DAY)), text(presets.get(PER_YEAR)));
    }
    return presets.containsKey(PER_DAY)
        ? ""
        : "; no day in it is whole, so its figures are as of a market that never closes: set"
            + " sessions, or bars.per-day and bars.per-year, if it does";
  }

  /** Where the bars a year are from, as a report says it. */
  public String barsPerYearSource(Predicate<String> given) {
    if (given.test(PER_YEAR)) {
      return "given";
    }
    if (declared) {
      return "sessions";
    }
    return presets.containsKey(PER_YEAR)
        ? "inferred from the data"
        : "bars.interval and the usual days of a year";
  }

  private static String text(String number) {
    return new BigDecimal(number).round(MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
  }

  private static String interval(BarSpacing spacing) {
    Duration interval = Duration.ofMillis(spacing.intervalMs());
    if (spacing.isMonthly()) {
      return "month";
    }
    long days = interval.toDays();
    return days > 0 ? days + "d" : interval.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
