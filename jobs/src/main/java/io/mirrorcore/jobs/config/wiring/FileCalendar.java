package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.market.BarSpacing;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final String PER_YEAR = PipelineKeys.BARS_PER_YEAR.key();
  private static final int MAX_BYTES = 1 << 20;

  /**
   * The calendar of files of market data.
   *
   * @param given the settings of the user, of which nothing is inferred
   * @throws ConfigurationException when there are no prices to infer the interval from
   */
  public static FileCalendar of(Predicate<String> given, Map<RecordKind, Path> files)
      throws IOException {
    Path prices = files.get(RecordKind.BAR);
    if (prices == null) {
      if (!given.test(INTERVAL)) {
        throw new ConfigurationException(
            "bars.interval is not set, and without --prices it cannot be inferred: add"
                + " --set bars.interval=1s for bars of one second, made from the ticks");
      }
      return new FileCalendar(Map.of(PipelineKeys.BARS_FROM.key(), "ticks"), Optional.empty(), 1);
    }
    return measured(given, prices);
  }

  private static FileCalendar measured(Predicate<String> given, Path prices) throws IOException {
    BarSpacing spacing = new BarSpacing();
    long rows = 0;
    try (CsvFile file = CsvFile.open(prices, RecordKind.BAR)) {
      for (CsvRow row = file.next(); row != null; row = file.next()) {
        rows++;
        note(row, spacing);
      }
    }
    return of(given, prices, spacing, rows);
  }

  /** The calendar of strategy returns with these times. */
  public static FileCalendar ofTimes(Predicate<String> given, Path file, long[] times) {
    BarSpacing spacing = new BarSpacing();
    for (long time : times) {
      spacing.add("", time);
    }
    return of(given, file, spacing, times.length);
  }

  /** The calendar of a file of strategy returns. */
  public static FileCalendar ofReturns(Predicate<String> given, Path file) throws IOException {
    List<Long> times = new ArrayList<>();
    try (ReturnsFile records = ReturnsFile.open(file, MAX_BYTES)) {
      for (ReturnsEvent event = records.next(); event != null; event = records.next()) {
        if (!event.isRejected()) {
          times.add(event.returns().time());
        }
      }
    }
    return ofTimes(given, file, times.stream().mapToLong(Long::longValue).toArray());
  }

  private static FileCalendar of(
      Predicate<String> given, Path file, BarSpacing spacing, long rows) {
    if (given.test(INTERVAL) || !spacing.isKnown()) {
      return new FileCalendar(Map.of(), Optional.empty(), Math.max(1, rows));
    }
    Duration interval = Duration.ofMillis(spacing.intervalMs());
    Map<String, String> presets =
        Map.of(
            INTERVAL,
            interval.toMillis() + "ms",
            PipelineKeys.BARS_PER_DAY.key(),
            Double.toString(spacing.barsPerDay()),
            PER_YEAR,
            Double.toString(spacing.barsPerYear()));
    String sentence =
        String.format(
            Locale.ROOT,
            "inferred from %s: a bar every %s, %s bars a day, %s a year"
                + " (bars.interval, bars.per-day, bars.per-year)",
            file.getFileName(),
            text(interval),
            text(spacing.barsPerDay()),
            text(spacing.barsPerYear()));
    return new FileCalendar(presets, Optional.of(sentence), rows);
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

  private static void note(CsvRow row, BarSpacing spacing) {
    if (row.defect() == null && row.cell("time").matches("\\d{1,15}")) {
      spacing.add(row.cell("symbol"), Long.parseLong(row.cell("time")));
    }
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
