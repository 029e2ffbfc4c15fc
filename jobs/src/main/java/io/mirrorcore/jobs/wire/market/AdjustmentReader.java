package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Validates one record of the adjustments topic, or one row of a file of them. */
final class AdjustmentReader {

  /** Frames write a day as its midnight. */
  private static final Pattern MIDNIGHT =
      Pattern.compile("[T ]00:00(:00(\\.0+)?)?([+-]\\d\\d:?\\d\\d|Z)?$");

  /** Of shares: 4:1, 4/1, 4-for-1. */
  private static final Pattern SHARES = Pattern.compile("(.+?)\\s*(?::|/|-?for-?)\\s*(.+)");

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private AdjustmentReader() {}

  static Adjustment read(FieldSource fields) throws Rejection {
    String symbol = CommonFields.symbol(fields);
    LocalDate date = date(fields);
    double ratio = fields.has(WireField.RATIO) ? ratio(fields.textOrNumber(WireField.RATIO)) : 1;
    double dividend =
        fields.has(WireField.DIVIDEND) ? CommonFields.notNegative(fields, WireField.DIVIDEND) : 0;
    if (ratio == 1 && dividend == 0) {
      throw new Rejection(
          RejectReason.MISSING_FIELD,
          "an adjustment must have a ratio other than 1 or a dividend above 0");
    }
    return new Adjustment(symbol, date, ratio, dividend);
  }

  /**
   * When one became known whose record does not say it: surely before its day begins anywhere, and
   * not after the broker had it.
   */
  static long known(Adjustment adjustment, long brokerTimestamp) {
    long dayBefore =
        adjustment.date().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    long known =
        brokerTimestamp == RecordParser.NO_TIMESTAMP
            ? dayBefore
            : Math.min(dayBefore, brokerTimestamp);
    return Math.max(1, known); // of the first days of 1970
  }

  private static LocalDate date(FieldSource fields) throws Rejection {
    String text = MIDNIGHT.matcher(fields.textOrNumber(WireField.DATE)).replaceFirst("");
    try {
      LocalDate date = parsed(text);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeException e) {
      // Falls through to the one sentence.
    }
    throw new Rejection(
        RejectReason.OUT_OF_RANGE,
        "date must be a day like 2020-08-31, from %d to %d; have %s"
            .formatted(FIRST_YEAR, LAST_YEAR, Rejection.quoted(text)));
  }

  private static LocalDate parsed(String text) {
    return text.length() == 8 && text.indexOf('-') < 0
        ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
        : LocalDate.parse(text);
  }

  private static double ratio(String text) throws Rejection {
    var shares = SHARES.matcher(text.strip());
    double ratio =
        shares.matches() ? number(shares.group(1)) / number(shares.group(2)) : number(text);
    if (!(ratio >= 1e-6 && ratio <= 1e6)) {
      throw new Rejection(
          RejectReason.OUT_OF_RANGE,
          "ratio must be new shares for an old one in [1e-6, 1e6], as 4, 4:1 or 1:10; have "
              + Rejection.quoted(text));
    }
    return ratio;
  }

  private static double number(String text) throws Rejection {
    String stripped = text.strip();
    if (!NumberText.isJsonNumber(stripped)) {
      throw Rejection.malformed(
          "ratio must be a number, or two as 4:1; have " + Rejection.quoted(text));
    }
    return NumberText.parse(stripped);
  }
}
