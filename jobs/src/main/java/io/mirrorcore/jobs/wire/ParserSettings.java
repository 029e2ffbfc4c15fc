package io.mirrorcore.jobs.wire;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.BarAlignment;
import io.mirrorcore.jobs.wire.time.ExpiryTimes;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.market.SymbolRules;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The user's settings for the parsing of input records.
 *
 * @param maxBytes a longer record is OVERSIZE, in [1, 524288]: as base64 in a dead letter it still
 *     has to fit into what a broker accepts by default (1 MB)
 * @param maxAheadMs a record whose event time is further ahead of the broker's time stamp is
 *     FAR_FUTURE, milliseconds, zero or more
 * @param expiry when options expire on the day of their expiry
 * @param times what the times of records are written in
 * @param alignment of the stamps of bars
 * @param mappings of the columns of topics that are not in plain form, by kind
 * @param formats of topics that are in Avro, by kind
 * @param differences notionals of the symbols whose prices may be 0 or below, since their returns
 *     are differences
 */
public record ParserSettings(
    int maxBytes,
    long maxAheadMs,
    ExpiryTimes expiry,
    InputTimes times,
    BarAlignment alignment,
    Map<RecordKind, ColumnMapping> mappings,
    Map<RecordKind, ValueFormat> formats,
    SymbolRules<Double> differences)
    implements Serializable {

  /** 64 KiB, one minute (as for bars of one minute), 16:00 in New York. */
  public static final ParserSettings DEFAULT =
      new ParserSettings(
          65_536,
          60_000,
          ExpiryTimes.of(LocalTime.of(16, 0), ZoneId.of("America/New_York")),
          InputTimes.DEFAULT,
          BarAlignment.NONE);

  /** The same with other times. */
  public ParserSettings with(InputTimes other) {
    return new ParserSettings(
        maxBytes, maxAheadMs, expiry, other, alignment, mappings, formats, differences);
  }

  /** The same with stamps as they are. */
  public ParserSettings unaligned() {
    return new ParserSettings(
        maxBytes, maxAheadMs, expiry, times, BarAlignment.NONE, mappings, formats, differences);
  }

  /** The same for records in their plain form, as those of a file are that was read already. */
  public ParserSettings plain() {
    return new ParserSettings(
        maxBytes, maxAheadMs, expiry, times, alignment, Map.of(), Map.of(), differences);
  }

  /** The same for records of which somebody has made JSON, whatever the format of their topic. */
  public ParserSettings inJson() {
    return new ParserSettings(
        maxBytes, maxAheadMs, expiry, times, alignment, mappings, Map.of(), differences);
  }

  /** Of records in their plain form, without symbols of differences. */
  public ParserSettings(
      int maxBytes, long maxAheadMs, ExpiryTimes expiry, InputTimes times, BarAlignment alignment) {
    this(maxBytes, maxAheadMs, expiry, times, alignment, Map.of(), Map.of(), SymbolRules.none());
  }

  /** Whether a symbol's returns are differences, so that its prices may be 0 or below. */
  public boolean isDifference(String symbol) {
    return differences.of(symbol).isPresent();
  }

  /** Local time at which options expire where nothing else is told of their underlying. */
  public LocalTime expiryTime() {
    return expiry.usual().time();
  }

  /** Zone of that time. */
  public ZoneId expiryZone() {
    return expiry.usual().zone();
  }

  /** Largest {@code maxBytes}. */
  public static final int BYTES_LIMIT = 524_288;

  public ParserSettings {
    mappings = new TreeMap<>(mappings);
    formats = new TreeMap<>(formats);
    if (!(maxBytes >= 1 && maxBytes <= BYTES_LIMIT)) {
      throw new IllegalArgumentException(
          "maxBytes must be in [1, " + BYTES_LIMIT + "]; have " + maxBytes);
    }
    if (!(maxAheadMs >= 0)) {
      throw new IllegalArgumentException("maxAheadMs must be at least 0; have " + maxAheadMs);
    }
  }
}
