package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.vendor.PlainRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is odd about option prints: each kind with its number and the line of the first. */
final class OptionFindings {

  private record Found(long count, long line) {

    Found more() {
      return new Found(count + 1, line);
    }
  }

  private final Map<String, Found> found = new TreeMap<>();
  private long records;

  void add(PlainRecord record, long line) {
    records++;
    note(
        number(record, WireField.IV) == 0,
        line,
        "have iv 0, as feeds write what they could not solve: nothing was measured there");
    note(
        number(record, WireField.GAMMA) == 0,
        line,
        "have gamma 0, as feeds write what they could not solve: nothing was measured there");
    note(number(record, WireField.BID) == 0, line, "have a bid of 0");
    double mid = (number(record, WireField.BID) + number(record, WireField.ASK)) / 2;
    note(
        mid < intrinsic(record),
        line,
        "are priced below their intrinsic value: they have no implied volatility, their volume still counts");
    String day = record.text(WireField.EXPIRY);
    note(isDay(record, day), line, "are prints of the day on which the option expires");
  }

  private void note(boolean odd, long line, String words) {
    if (odd) {
      found.merge(words, new Found(1, line), (before, one) -> before.more());
    }
  }

  private static double number(PlainRecord record, WireField field) {
    String text = record.text(field);
    return NumberText.isJsonNumber(text) ? NumberText.parse(text) : Double.NaN;
  }

  private static double intrinsic(PlainRecord record) {
    double inside = number(record, WireField.SPOT) - number(record, WireField.STRIKE);
    return Math.max(0, record.text(WireField.TYPE).equals("PUT") ? -inside : inside);
  }

  private static boolean isDay(PlainRecord record, String day) {
    String time = record.text(WireField.TIME);
    return NumberText.isJsonNumber(time)
        && day.length() >= 10
        && Instant.ofEpochMilli((long) NumberText.parse(time))
            .toString()
            .startsWith(day.substring(0, 10));
  }

  List<String> sentences() {
    return found.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%,d of %,d prints %s (first on line %d)",
                    entry.getValue().count(),
                    records,
                    entry.getKey(),
                    entry.getValue().line()))
        .toList();
  }
}
