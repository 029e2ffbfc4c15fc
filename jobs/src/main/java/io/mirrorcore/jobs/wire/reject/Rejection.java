package io.mirrorcore.jobs.wire.reject;

import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.text.NumberText;

/**
 * Thrown by the readers of one record and caught by {@link RecordParser}: the shortest way out of
 * nested validation. Without a stack trace, which would make a flood of bad records slow.
 */
public final class Rejection extends Exception {

  private static final long serialVersionUID = 1;
  private static final int MAX_QUOTED = 80;

  private final RejectReason reason;

  public Rejection(RejectReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  public static Rejection malformed(String detail) {
    return new Rejection(RejectReason.MALFORMED, detail);
  }

  public static Rejection missing(WireField field) {
    return new Rejection(RejectReason.MISSING_FIELD, field.wireName() + " is missing");
  }

  public static Rejection notFinite(WireField field, String value) {
    return new Rejection(
        RejectReason.NOT_FINITE, field.wireName() + " must be a finite number; have " + value);
  }

  public static Rejection wrongType(WireField field, String expected, String have) {
    return malformed(field.wireName() + " must be " + expected + "; have " + have);
  }

  public static Rejection outOfRange(WireField field, String rule, double value) {
    return new Rejection(
        RejectReason.OUT_OF_RANGE,
        field.wireName() + " must be " + rule + "; have " + NumberText.of(value));
  }

  public RejectReason reason() {
    return reason;
  }

  /** A value as it stands in a detail: in quotes, and cut where it is long. */
  public static String quoted(String text) {
    return text.length() <= MAX_QUOTED
        ? '"' + text + '"'
        : '"' + text.substring(0, MAX_QUOTED) + "...\"";
  }
}
