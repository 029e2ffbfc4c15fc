package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.text.OneLine;

/**
 * A record that cannot be used. {@code raw} is not copied on the way in or out: nobody may change
 * it.
 *
 * @param kind what it should have been
 * @param source where it came from
 * @param symbol its symbol, or "" where that is not known
 * @param time epoch milliseconds, event time, or {@link #NO_TIME}
 * @param raw its bytes; of an OVERSIZE record the first ones
 * @param reason why
 * @param detail one sentence: field, rule, value
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came, only ever written out
public record RejectedEvent(
    RecordKind kind,
    SourceRef source,
    String symbol,
    long time,
    byte[] raw,
    RejectReason reason,
    String detail)
    implements MarketEvent {

  /** Time of a reject whose own time could not be read: below every watermark. */
  public static final long NO_TIME = Long.MIN_VALUE;

  public RejectedEvent {
    detail = OneLine.of(detail);
  }

  /** A record of which not even symbol and time are known. */
  public static RejectedEvent of(
      RecordKind kind, SourceRef source, byte[] raw, RejectReason reason, String detail) {
    return new RejectedEvent(kind, source, "", NO_TIME, raw, reason, detail);
  }

  @Override
  public String toString() {
    return kind + " of " + source + " rejected as " + reason + ": " + detail;
  }
}
