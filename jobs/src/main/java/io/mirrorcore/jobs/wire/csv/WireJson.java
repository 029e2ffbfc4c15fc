package io.mirrorcore.jobs.wire.csv;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalLong;

/** Writes input records as the topics have them: what a feed or the simulator sends. */
public final class WireJson {

  private WireJson() {}

  /** A bar as JSON. */
  public static byte[] bar(Bar bar) {
    return object(
        json -> {
          head(json, bar.symbol(), bar.time());
          number(json, WireField.OPEN, bar.open());
          number(json, WireField.HIGH, bar.high());
          number(json, WireField.LOW, bar.low());
          number(json, WireField.CLOSE, bar.close());
          number(json, WireField.VOLUME, bar.volume());
        });
  }

  /** A tick as JSON. */
  public static byte[] tick(Tick tick) {
    return object(
        json -> {
          head(json, tick.symbol(), tick.time());
          text(json, WireField.TYPE, tick.type().name());
          if (tick.type() == TickType.TRADE) {
            trade(json, tick);
          } else {
            side(json, WireField.BIDS, tick.bids());
            side(json, WireField.ASKS, tick.asks());
          }
        });
  }

  private static void trade(JsonGenerator json, Tick tick) throws IOException {
    number(json, WireField.PRICE, tick.price());
    number(json, WireField.SIZE, tick.size());
    if (tick.aggressor() != Aggressor.UNKNOWN) {
      text(json, WireField.AGGRESSOR, tick.aggressor().name());
    }
  }

  private static void side(JsonGenerator json, WireField field, double[] levels)
      throws IOException {
    json.writeArrayFieldStart(field.wireName());
    for (int i = 0; i < levels.length; i += 2) {
      json.writeStartArray();
      json.writeNumber(levels[i]);
      json.writeNumber(levels[i + 1]);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** An option print as JSON, for a market in New York; NaN numbers are left out. */
  public static byte[] option(OptionPrint print) {
    return option(print, ParserSettings.DEFAULT.expiryZone());
  }

  /**
   * An option print as JSON; NaN numbers are left out.
   *
   * @param zone in which the contract's expiry falls on the day that is written
   */
  public static byte[] option(OptionPrint print, ZoneId zone) {
    return object(
        json -> {
          head(json, print.symbol(), print.time());
          Instant expiry = Instant.ofEpochMilli(print.contract().expiry());
          text(json, WireField.EXPIRY, expiry(expiry, zone));
          number(json, WireField.STRIKE, print.contract().strike());
          text(json, WireField.TYPE, print.contract().type().name());
          optional(json, WireField.SPOT, print.spot());
          optional(json, WireField.BID, print.bid());
          optional(json, WireField.ASK, print.ask());
          optional(json, WireField.PRICE, print.price());
          number(json, WireField.VOLUME, print.volume());
          optional(json, WireField.OPEN_INTEREST, print.openInterest());
          optional(json, WireField.IV, print.iv());
          optional(json, WireField.GAMMA, print.gamma());
        });
  }

  /**
   * A split or dividend as JSON.
   *
   * @param time at which it was announced, epoch milliseconds
   */
  public static byte[] adjustment(Adjustment adjustment, long time) {
    return object(
        json -> {
          head(json, adjustment.symbol(), time);
          what(json, adjustment);
        });
  }

  /** The same of which nobody says when it was announced: the reader has a rule for that. */
  public static byte[] adjustment(Adjustment adjustment) {
    return object(
        json -> {
          text(json, WireField.SYMBOL, adjustment.symbol());
          what(json, adjustment);
        });
  }

  private static void what(JsonGenerator json, Adjustment adjustment) throws IOException {
    text(json, WireField.DATE, adjustment.date().toString());
    number(json, WireField.RATIO, adjustment.ratio());
    number(json, WireField.DIVIDEND, adjustment.dividend());
  }

  /**
   * A row of a CSV file as JSON. Numbers are copied letter by letter, so that both ways of reading
   * give the same double; what is no number becomes a text, for the pipeline to refuse with a
   * reason. Columns that are no field of a record are left out, and so are empty cells.
   *
   * @param time of the row, which is written in place of its text; empty where it cannot be read
   */
  public static byte[] ofCsv(RecordKind kind, CsvRow row, OptionalLong time) {
    return CsvJson.of(kind, row, time);
  }

  private static void head(JsonGenerator json, String symbol, long time) throws IOException {
    text(json, WireField.SYMBOL, symbol);
    json.writeNumberField(WireField.TIME.wireName(), time);
  }

  private static void text(JsonGenerator json, WireField field, String value) throws IOException {
    json.writeStringField(field.wireName(), value);
  }

  private static void number(JsonGenerator json, WireField field, double value) throws IOException {
    json.writeNumberField(field.wireName(), value);
  }

  private static void optional(JsonGenerator json, WireField field, double value)
      throws IOException {
    if (!Double.isNaN(value)) {
      number(json, field, value);
    }
  }

  /** Writes the fields of one object. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] object(Fields fields) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = Json.generator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }
  }

  /** The day where it is the usual time of that day, as feeds write it; else the moment. */
  private static String expiry(Instant expiry, ZoneId zone) {
    ZonedDateTime local = expiry.atZone(zone);
    return local.toLocalTime().equals(ParserSettings.DEFAULT.expiryTime())
        ? local.toLocalDate().toString()
        : expiry.toString();
  }
}
