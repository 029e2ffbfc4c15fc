package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much of the data is scored: all, or only the newest. Strategies run over all of it either
 * way, so that none has to warm up again; of their returns the estimate gets the bars before the
 * scored ones that it needs.
 *
 * @param text as it was given; empty for all
 * @param period that is scored, back from the last bar; null for all
 */
record Recency(String text, Period period) {

  static final Recency ALL = new Recency("", null);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})([dwmy])");

  /**
   * As a user writes it: {@code 24m} are 24 months; also d, w and y.
   *
   * @param text null for all
   * @throws BacktestException where it is nothing like that
   */
  static Recency of(String text) {
    if (text == null) {
      return ALL;
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new BacktestException(
          "--last must be a whole number of days, weeks, months or years, as 24m; have " + text);
    }
    int count = Integer.parseInt(matcher.group(1));
    return new Recency(
        text,
        switch (matcher.group(2)) {
          case "d" -> Period.ofDays(count);
          case "w" -> Period.ofWeeks(count);
          case "m" -> Period.ofMonths(count);
          default -> Period.ofYears(count);
        });
  }

  boolean isAll() {
    return period == null;
  }

  /**
   * Leaves only what is scored, and what its first estimate needs, in a file of returns.
   *
   * @param before bars of a portfolio that are kept before the scored ones
   * @param scratch file to write; takes the place of {@code file}
   */
  void cut(Path file, int before, Path scratch) throws IOException {
    if (isAll()) {
      return;
    }
    long end = Long.MIN_VALUE;
    Map<String, Integer> skipped = new TreeMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      end = lines.mapToLong(line -> bar(line).time()).max().orElse(end);
    }
    long from = end == Long.MIN_VALUE ? end : start(end);
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .map(Recency::bar)
          .filter(bar -> bar.time() <= from)
          .forEach(bar -> skipped.merge(bar.portfolio(), 1, Integer::sum));
    }
    skipped.replaceAll((portfolio, count) -> Math.max(0, count - before));
    try (Stream<String> lines = Files.lines(file);
        BufferedWriter out = Files.newBufferedWriter(scratch)) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (skipped.merge(bar(line).portfolio(), -1, Integer::sum) < 0) {
          out.write(line);
          out.write('\n');
        }
      }
    }
    Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private long start(long end) {
    ZonedDateTime last = Instant.ofEpochMilli(end).atZone(ZoneOffset.UTC);
    return last.minus(period).toInstant().toEpochMilli();
  }

  private static StrategyReturns bar(String line) {
    return Json.decode(line.getBytes(StandardCharsets.UTF_8), StrategyReturns.class);
  }
}
