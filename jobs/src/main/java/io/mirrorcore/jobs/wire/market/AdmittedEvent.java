package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A record that reads and keeps the rules: a bar, a tick, an option print or an adjustment, by its
 * kind. One class for the four, and one object a tick: every tick passes here.
 *
 * <p>Immutable. {@code raw} is not copied on the way in or out: nobody may change it.
 */
@TypeInfo(AdmittedEventTypeInfoFactory.class)
public final class AdmittedEvent implements MarketEvent {

  private static final byte[] NO_BYTES = {};

  private final RecordKind kind;
  private final SourceRef source;
  private final String symbol;
  private final long time;
  private final Object payload; // Bar, Tick, OptionPrint or Adjustment by kind
  private final byte[] raw;
  private final boolean late;
  private final long id;

  private AdmittedEvent(
      RecordKind kind,
      SourceRef source,
      String symbol,
      long time,
      Object payload,
      byte[] raw,
      boolean late,
      long id) {
    this.id = id;
    this.kind = kind;
    this.source = source;
    this.symbol = symbol;
    this.time = time;
    this.payload = payload;
    this.raw = raw;
    this.late = late;
  }

  /** A bar; it keeps its bytes, since a later operator may find it late or a duplicate. */
  public static AdmittedEvent bar(SourceRef source, Bar bar, byte[] raw) {
    return new AdmittedEvent(RecordKind.BAR, source, bar.symbol(), bar.time(), bar, raw, false, 0);
  }

  /** A tick, made by {@code Tick.trade} or {@code Tick.quote}. */
  public static AdmittedEvent tick(SourceRef source, Tick tick) {
    return trade(source, tick, 0);
  }

  /**
   * A trade.
   *
   * @param id what it is told by when it comes again, 0 where its venue says nothing
   */
  public static AdmittedEvent trade(SourceRef source, Tick tick, long id) {
    return new AdmittedEvent(
        RecordKind.TICK, source, tick.symbol(), tick.time(), tick, NO_BYTES, false, id);
  }

  /** An option print. */
  public static AdmittedEvent option(SourceRef source, OptionPrint option) {
    return new AdmittedEvent(
        RecordKind.OPTION, source, option.symbol(), option.time(), option, NO_BYTES, false, 0);
  }

  /** A split or dividend; it keeps its bytes, as a bar does. */
  public static AdmittedEvent adjustment(
      SourceRef source, long time, Adjustment adjustment, byte[] raw) {
    return new AdmittedEvent(
        RecordKind.ADJUSTMENT, source, adjustment.symbol(), time, adjustment, raw, false, 0);
  }

  /** This record, marked as too far behind its partition; someone later says what it is. */
  public AdmittedEvent asLate() {
    return new AdmittedEvent(kind, source, symbol, time, payload, raw, true, id);
  }

  /**
   * This record, refused by someone who knows more than the parser: too late, a duplicate. A tick
   * or print that no longer has its bytes is written out again, so that nothing is lost.
   *
   * @param expiryZone the zone that {@link ParserSettings} had, for the date of a print's expiry
   */
  public RejectedEvent rejectedAs(RejectReason reason, String detail, ZoneId expiryZone) {
    return new RejectedEvent(kind, source, symbol, time, bytes(expiryZone), reason, detail);
  }

  private byte[] bytes(ZoneId expiryZone) {
    if (raw.length > 0) {
      return raw;
    }
    return switch (kind) {
      case BAR -> WireJson.bar(bar());
      case TICK -> WireJson.tick(tick());
      case OPTION -> WireJson.option(option(), expiryZone);
      case ADJUSTMENT -> WireJson.adjustment(adjustment(), time);
    };
  }

  @Override
  public RecordKind kind() {
    return kind;
  }

  @Override
  public SourceRef source() {
    return source;
  }

  @Override
  public String symbol() {
    return symbol;
  }

  @Override
  public long time() {
    return time;
  }

  /**
   * The bar.
   *
   * @throws ClassCastException if the kind is another
   */
  public Bar bar() {
    return (Bar) payload;
  }

  /**
   * The tick.
   *
   * @throws ClassCastException if the kind is another
   */
  public Tick tick() {
    return (Tick) payload;
  }

  /**
   * The option print.
   *
   * @throws ClassCastException if the kind is another
   */
  public OptionPrint option() {
    return (OptionPrint) payload;
  }

  /**
   * The split or dividend.
   *
   * @throws ClassCastException if the kind is another
   */
  public Adjustment adjustment() {
    return (Adjustment) payload;
  }

  /** The bytes of a bar or an adjustment; empty for ticks and prints. */
  public byte[] raw() {
    return raw;
  }

  /**
   * What a trade is told by when it comes again; 0 of every other record, and where it has none.
   */
  public long id() {
    return id;
  }

  /** Whether it was found too far behind its partition, see {@link #asLate}. */
  public boolean isLate() {
    return late;
  }

  @Override
  public String toString() {
    return payload + " of " + source;
  }
}
