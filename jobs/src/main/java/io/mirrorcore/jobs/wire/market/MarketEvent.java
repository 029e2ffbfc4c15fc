package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.text.OneLine;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * One input record as it came, and what became of it: a bar, a tick or an option print, or a reject
 * with its reason. One type for all of them, because an exception in a Kafka deserializer would
 * restart the job on the same offset for ever; the first operator splits the rejects off.
 *
 * <p>Immutable. {@code raw} is not copied on the way in or out: nobody may change it.
 */
@TypeInfo(MarketEventTypeInfoFactory.class)
public final class MarketEvent {

  /** Time of a reject whose own time could not be read: below every watermark. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final byte[] NO_BYTES = {};

  private final RecordKind kind;
  private final SourceRef source;
  private final String symbol;
  private final long time;
  private final Object payload; // Bar, Tick or OptionPrint by kind; null for a reject
  private final byte[] raw;
  private final RejectReason reason;
  private final String detail;
  private final boolean late;

  private MarketEvent(
      RecordKind kind,
      SourceRef source,
      String symbol,
      long time,
      Object payload,
      byte[] raw,
      RejectReason reason,
      String detail,
      boolean late) {
    this.kind = kind;
    this.source = source;
    this.symbol = symbol;
    this.time = time;
    this.payload = payload;
    this.raw = raw;
    this.reason = reason;
    this.detail = detail;
    this.late = late;
  }

  /** A good bar; it keeps its bytes, since a later operator may find it late or a duplicate. */
  public static MarketEvent bar(SourceRef source, Bar bar, byte[] raw) {
    return new MarketEvent(
        RecordKind.BAR, source, bar.symbol(), bar.time(), bar, raw, null, "", false);
  }

  /** A good tick, made by {@code Tick.trade} or {@code Tick.quote}. */
  public static MarketEvent tick(SourceRef source, Tick tick) {
    return new MarketEvent(
        RecordKind.TICK, source, tick.symbol(), tick.time(), tick, NO_BYTES, null, "", false);
  }

  /** A good option print. */
  public static MarketEvent option(SourceRef source, OptionPrint option) {
    return new MarketEvent(
        RecordKind.OPTION,
        source,
        option.symbol(),
        option.time(),
        option,
        NO_BYTES,
        null,
        "",
        false);
  }

  /** A record of which not even symbol and time are known. */
  public static MarketEvent rejected(
      RecordKind kind, SourceRef source, byte[] raw, RejectReason reason, String detail) {
    return rejected(kind, source, "", NO_TIME, raw, reason, detail);
  }

  static MarketEvent rejected(
      RecordKind kind,
      SourceRef source,
      String symbol,
      long time,
      byte[] raw,
      RejectReason reason,
      String detail) {
    return new MarketEvent(
        kind, source, symbol, time, null, raw, reason, OneLine.of(detail), false);
  }

  /**
   * This good record, refused by someone who knows more than the parser: too late, a duplicate. A
   * tick or print that no longer has its bytes is written out again, so that nothing is lost.
   *
   * @param expiryZone the zone that {@link ParserSettings} had, for the date of a print's expiry
   */
  public MarketEvent rejectedAs(RejectReason newReason, String newDetail, ZoneId expiryZone) {
    return rejected(kind, source, symbol, time, bytes(expiryZone), newReason, newDetail);
  }

  /** This good record, marked as too far behind its partition; someone later says what it is. */
  public MarketEvent asLate() {
    return new MarketEvent(kind, source, symbol, time, payload, raw, reason, detail, true);
  }

  private byte[] bytes(ZoneId expiryZone) {
    if (raw.length > 0 || payload == null) {
      return raw;
    }
    return switch (kind) {
      case BAR -> WireJson.bar(bar());
      case TICK -> WireJson.tick(tick());
      case OPTION -> WireJson.option(option(), expiryZone);
    };
  }

  public RecordKind kind() {
    return kind;
  }

  public SourceRef source() {
    return source;
  }

  /** The record's symbol, or "" for a reject without one. */
  public String symbol() {
    return symbol;
  }

  /** Epoch milliseconds, event time, or {@link #NO_TIME}. A reject must not move a watermark. */
  public long time() {
    return time;
  }

  /** The bar; null unless this is a good bar. */
  public Bar bar() {
    return payload instanceof Bar bar ? bar : null;
  }

  /** The tick; null unless this is a good tick. */
  public Tick tick() {
    return payload instanceof Tick tick ? tick : null;
  }

  /** The option print; null unless this is a good print. */
  public OptionPrint option() {
    return payload instanceof OptionPrint option ? option : null;
  }

  /** The record's bytes, for bars and rejects only; empty for good ticks and prints. */
  public byte[] raw() {
    return raw;
  }

  /** Why it was rejected; null when it is good. */
  public RejectReason reason() {
    return reason;
  }

  /** One sentence: field, rule, value; "" when it is good. */
  public String detail() {
    return detail;
  }

  /** Whether it was found too far behind its partition, see {@link #asLate}. */
  public boolean isLate() {
    return late;
  }

  public boolean isRejected() {
    return reason != null;
  }

  @Override
  public String toString() {
    return isRejected()
        ? kind + " of " + source + " rejected as " + reason + ": " + detail
        : payload + " of " + source;
  }
}
