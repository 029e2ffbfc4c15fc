package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.vendor.PlainRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is odd about option prints: each kind with its number and the line of the first. */
final class OptionFindings {

  private record Found(long count, long line) {

    Found more() {
      return new Found(count + 1, line);
    }
  }

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

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
    int left = daysLeft(record);
    note(left == 0, line, "are prints of the day on which the option expires");
    note(left < 0, line, "are of options that had expired before: they have no value");
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

  /** Before, on or after the day of expiry: 1, 0 or -1; 1 where a day is not written as one. */
  private static int daysLeft(PlainRecord record) {
    String expiry = record.text(WireField.EXPIRY);
    String time = record.text(WireField.TIME);
    if (!NumberText.isJsonNumber(time) || !DAY.matcher(expiry).lookingAt()) {
      return 1;
    }
    String today = Instant.ofEpochMilli((long) NumberText.parse(time)).toString();
    return Integer.signum(expiry.substring(0, 10).compareTo(today.substring(0, 10)));
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
