package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.avro.AvroReader;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.format.RegistryException;
import io.mirrorcore.jobs.wire.json.JsonFields;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.jobs.wire.vendor.VendorMessages;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Parser of one record of a topic or a file into an event: good, or rejected with a reason. No
 * input makes it throw; a schema registry that does not answer does. Works on buffers of its own,
 * so each thread needs one.
 */
public final class RecordParser {

  /** The broker's time stamp of a record that has none: FAR_FUTURE is not looked for. */
  public static final long NO_TIMESTAMP = Long.MIN_VALUE;

  private static final byte[] NO_BYTES = {};

  private final ParserSettings settings;
  private final OptionReader options;
  private final TimeReader barTimes;
  private final TimeReader tickTimes;
  private final TickScanner scanner;
  private final TimeReader adjustmentTimes;
  private final JsonFields json = new JsonFields();
  private final Map<RecordKind, VendorMessages> vendors = new TreeMap<>();
  private final Map<RecordKind, AvroReader> avro = new EnumMap<>(RecordKind.class);

  public RecordParser(ParserSettings settings) {
    this.settings = settings;
    settings
        .mappings()
        .forEach(
            (kind, mapping) -> vendors.put(kind, new VendorMessages(mapping, settings.times())));
    this.barTimes = settings.times().of(RecordKind.BAR);
    this.tickTimes = settings.times().of(RecordKind.TICK);
    this.scanner = new TickScanner(tickTimes);
    this.adjustmentTimes = settings.times().of(RecordKind.ADJUSTMENT);
    this.options =
        new OptionReader(
            settings.times().of(RecordKind.OPTION),
            symbol -> settings.times().ofExpiry(settings.expiry().of(symbol)));
  }

  /**
   * Parses one Kafka record in plain form, JSON or Avro.
   *
   * @param value null for a tombstone, which no input topic should have
   * @param brokerTimestamp epoch milliseconds, or {@link #NO_TIMESTAMP}
   */
  public MarketEvent parse(RecordKind kind, SourceRef source, byte[] value, long brokerTimestamp) {
    return parse(kind, source, value, null, brokerTimestamp);
  }

  /** The same of a record whose schema may be named by a header, null where it is not there. */
  private MarketEvent parse(
      RecordKind kind, SourceRef source, byte[] value, byte[] schema, long brokerTimestamp) {
    if (value == null) {
      return RejectedEvent.of(
          kind,
          source,
          NO_BYTES,
          RejectReason.MALFORMED,
          "a record must have a value; this is a tombstone");
    }
    if (value.length > settings.maxBytes()) {
      return oversize(kind, source, value);
    }
    try {
      AvroReader reader = reader(kind);
      AdmittedEvent event =
          reader == null
              ? read(kind, source, value, brokerTimestamp)
              : ofPlain(kind, source, reader.fields(value, schema), value, brokerTimestamp);
      return isFarAhead(event.time(), brokerTimestamp)
          ? farFuture(event, value, brokerTimestamp)
          : event;
    } catch (Rejection e) {
      return RejectedEvent.of(kind, source, value, e.reason(), e.getMessage());
    } catch (RegistryException e) {
      throw e; // nothing is wrong with the record
    } catch (RuntimeException e) {
      return unreadable(kind, source, value, e);
    }
  }

  /** Opened by the first value: rows of files ask no registry. */
  private AvroReader reader(RecordKind kind) {
    AvroReader open = avro.get(kind);
    if (open != null || !settings.formats().containsKey(kind)) {
      return open;
    }
    AvroReader reader = new AvroReader(settings.formats().get(kind));
    avro.put(kind, reader);
    return reader;
  }

  /**
   * Parses one Kafka record in whatever form its topic has: as a vendor wrote it, it may hold many
   * records, or none that counts.
   *
   * @param schema what its header says of its Avro schema, or null
   * @param brokerTimestamp epoch milliseconds, or {@link #NO_TIMESTAMP}
   */
  public void parse(
      RecordKind kind,
      SourceRef source,
      byte[] value,
      byte[] schema,
      long brokerTimestamp,
      Consumer<MarketEvent> out) {
    VendorMessages vendor = vendors.get(kind);
    if (vendor == null || value == null || value.length > settings.maxBytes()) {
      out.accept(parse(kind, source, value, schema, brokerTimestamp));
      return;
    }
    try {
      for (FieldSource fields : vendor.records(value, brokerTimestamp)) {
        MarketEvent event = parse(kind, source, fields, value);
        out.accept(
            event instanceof AdmittedEvent good && isFarAhead(good.time(), brokerTimestamp)
                ? farFuture(good, value, brokerTimestamp)
                : event);
      }
    } catch (Rejection e) {
      out.accept(RejectedEvent.of(kind, source, value, e.reason(), e.getMessage()));
    } catch (RuntimeException e) {
      out.accept(unreadable(kind, source, value, e));
    }
  }

  /** Parses one row of a CSV file. */
  public MarketEvent parse(RecordKind kind, SourceRef source, CsvRow row) {
    byte[] raw = row.raw();
    if (raw.length > settings.maxBytes()) {
      return oversize(kind, source, raw);
    }
    try {
      return parse(kind, source, row.fields(), raw);
    } catch (Rejection e) {
      return RejectedEvent.of(kind, source, raw, e.reason(), e.getMessage());
    }
  }

  /** Judges a record whose fields somebody else has found. */
  public MarketEvent parse(RecordKind kind, SourceRef source, FieldSource fields, byte[] raw) {
    try {
      return read(kind, source, fields, raw);
    } catch (Rejection e) {
      return RejectedEvent.of(kind, source, raw, e.reason(), e.getMessage());
    } catch (RuntimeException e) {
      return unreadable(kind, source, raw, e);
    }
  }

  private AdmittedEvent read(RecordKind kind, SourceRef source, byte[] value, long brokerTimestamp)
      throws Rejection {
    Tick tick = kind == RecordKind.TICK ? scanner.scan(value) : null;
    if (tick != null) {
      return AdmittedEvent.tick(source, tick);
    }
    json.read(value);
    return ofPlain(kind, source, json, value, brokerTimestamp);
  }

  private AdmittedEvent ofPlain(
      RecordKind kind, SourceRef source, FieldSource fields, byte[] value, long brokerTimestamp)
      throws Rejection {
    return kind == RecordKind.ADJUSTMENT
        ? adjustment(source, fields, value, brokerTimestamp)
        : read(kind, source, fields, value);
  }

  private AdmittedEvent read(RecordKind kind, SourceRef source, FieldSource fields, byte[] raw)
      throws Rejection {
    return switch (kind) {
      case BAR -> AdmittedEvent.bar(source, BarReader.read(fields, barTimes, settings), raw);
      case TICK -> {
        Tick tick = TickReader.read(fields, tickTimes, settings);
        yield tick.type() == TickType.TRADE
            ? AdmittedEvent.trade(source, tick, TickReader.id(fields))
            : AdmittedEvent.tick(source, tick);
      }
      case OPTION -> AdmittedEvent.option(source, options.read(fields));
      case ADJUSTMENT -> adjustment(source, fields, raw, NO_TIMESTAMP);
    };
  }

  private AdmittedEvent adjustment(
      SourceRef source, FieldSource fields, byte[] raw, long brokerTimestamp) throws Rejection {
    Adjustment adjustment = AdjustmentReader.read(fields);
    long time =
        fields.has(WireField.TIME)
            ? fields.time(adjustmentTimes)
            : AdjustmentReader.known(adjustment, brokerTimestamp);
    return AdmittedEvent.adjustment(source, time, adjustment, raw);
  }

  private boolean isFarAhead(long time, long brokerTimestamp) {
    return brokerTimestamp != NO_TIMESTAMP && time - brokerTimestamp > settings.maxAheadMs();
  }

  private RejectedEvent farFuture(AdmittedEvent event, byte[] raw, long brokerTimestamp) {
    return new RejectedEvent(
        event.kind(),
        event.source(),
        event.symbol(),
        event.time(),
        raw,
        RejectReason.FAR_FUTURE,
        "time must be at most "
            + settings.maxAheadMs()
            + " ms ahead of the broker's time stamp "
            + brokerTimestamp
            + "; have "
            + event.time());
  }

  /** Only the head of it is kept: a dead letter too large for its topic would stop the job. */
  private RejectedEvent oversize(RecordKind kind, SourceRef source, byte[] value) {
    return RejectedEvent.of(
        kind,
        source,
        Arrays.copyOf(value, settings.maxBytes()),
        RejectReason.OVERSIZE,
        "a record must have at most "
            + settings.maxBytes()
            + " bytes; have "
            + value.length
            + ", of which the first are kept");
  }

  /**
   * The last line of defence against what a parsing library may throw at bytes that nobody has
   * tried on it: an escaped exception would restart the job on the same offset for ever.
   */
  private static RejectedEvent unreadable(
      RecordKind kind, SourceRef source, byte[] value, RuntimeException e) {
    return RejectedEvent.of(
        kind,
        source,
        value,
        RejectReason.MALFORMED,
        "unreadable: " + e.getClass().getSimpleName() + " " + e.getMessage());
  }
}
