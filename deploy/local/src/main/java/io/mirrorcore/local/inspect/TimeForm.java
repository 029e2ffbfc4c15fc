package io.mirrorcore.local.inspect;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a time is written. */
enum TimeForm {
  MILLISECONDS("milliseconds since 1970", null),
  SECONDS(
      "seconds since 1970", "times are in seconds, which their size tells: they are read as such"),
  MICROSECONDS(
      "microseconds since 1970",
      "times are in microseconds, which their size tells: they are read as such"),
  NANOSECONDS("nanoseconds since 1970", null),
  DOUBLE("numbers with a decimal point", "times are written as doubles: they are read as such"),
  DATE("dates", null),
  WITHOUT_ZONE(
      "dates and times without a zone", "times name no zone: --time-zone says whose clock it is"),
  ISO("dates and times with a zone", null),
  MISSING("no time at all", "records have no time"),
  OTHER("something that is no time", null);

  private static final Pattern DATE_TEXT = Pattern.compile("\\d{4}[-/.]?\\d\\d[-/.]?\\d\\d");
  private static final Pattern LOCAL =
      Pattern.compile("\\d{4}[-/.]?\\d\\d[-/.]?\\d\\d[T _]+\\d\\d:?\\d\\d(:?\\d\\d([.,]\\d+)?)?");
  private static final Pattern ZONED = Pattern.compile("\\d{4}[-/.]?\\d\\d[-/.]?\\d\\d[T _]+.*");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern REAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final int SECONDS_DIGITS = 10;
  private static final int MILLIS_DIGITS = 13;
  private static final int MICROS_DIGITS = 16;

  private final String words;
  private final String remark;

  TimeForm(String words, String remark) {
    this.words = words;
    this.remark = remark;
  }

  static TimeForm of(String text) {
    if (text.isEmpty()) {
      return MISSING;
    }
    if (WHOLE.matcher(text).matches()
        && !(text.length() == 8 && DATE_TEXT.matcher(text).matches())) {
      return ofDigits(text.length());
    }
    if (DATE_TEXT.matcher(text).matches()) {
      return DATE;
    }
    if (LOCAL.matcher(text).matches()) {
      return WITHOUT_ZONE;
    }
    return ZONED.matcher(text).matches() ? ISO : REAL.matcher(text).matches() ? DOUBLE : OTHER;
  }

  private static TimeForm ofDigits(int digits) {
    return digits <= SECONDS_DIGITS
        ? SECONDS
        : digits <= MILLIS_DIGITS
            ? MILLISECONDS
            : digits <= MICROS_DIGITS ? MICROSECONDS : NANOSECONDS;
  }

  String words() {
    return words;
  }

  /** What an owner should know of it. */
  Optional<String> remark() {
    return Optional.ofNullable(remark);
  }
}
