package io.mirrorcore.jobs.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.mirrorcore.jobs.wire.FieldSlots;
import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.SideBuffer;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.TimeReader;
import java.io.IOException;

/**
 * The fields of one JSON object, read in one pass without a tree into arrays that the next record
 * uses again: nothing but the texts and the book is allocated per tick. A key that comes twice
 * makes the record malformed: the topic's key was made of one of its values, and nobody knows
 * which. A defect of a field is reported when the field is asked for.
 */
@SuppressWarnings("EnumOrdinal") // a bit a field instead of a set: this is the hot path
public final class JsonFields implements FieldSource {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          // Keys are looked up in a map; those of garbage should not stay in the JVM's own table.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final FieldSlots slots = new FieldSlots();
  private long seen; // a bit a field, also of those that are null

  /** Replaces all fields with those of {@code json}. */
  public void read(byte[] json) throws Rejection {
    slots.clear();
    seen = 0;
    JsonEnds.check(json);
    try (JsonParser parser = FACTORY.createParser(json)) {
      readObject(parser);
    } catch (JsonProcessingException e) {
      throw Rejection.malformed("no valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Rejection.malformed("no valid JSON: " + e.getMessage());
    }
  }

  private void readObject(JsonParser parser) throws IOException, Rejection {
    parser.nextToken(); // the opening brace: JsonEnds has seen it
    String name;
    while ((name = parser.nextFieldName()) != null) {
      WireField field = WireField.of(name);
      JsonToken token = parser.nextToken();
      if (field == null) {
        parser.skipChildren();
      } else {
        seeOnce(field);
        store(field, token, parser);
      }
    }
    if (parser.nextToken() != null) {
      throw Rejection.malformed("a record must be one JSON object; more follows it");
    }
  }

  private void seeOnce(WireField field) throws Rejection {
    long bit = 1L << field.ordinal();
    if ((seen & bit) != 0) {
      throw Rejection.malformed(
          field.wireName() + " must be there once; have it twice in one record");
    }
    seen |= bit;
  }

  private void store(WireField field, JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case VALUE_NULL -> slots.absent(field);
      case VALUE_STRING -> slots.text(field, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> storeNumber(field, token, parser);
      case START_ARRAY -> storeArray(field, parser);
      default -> {
        parser.skipChildren();
        slots.other(field);
      }
    }
  }

  private void storeNumber(WireField field, JsonToken token, JsonParser parser) throws IOException {
    if (field == WireField.ID) { // some have more digits than a double holds
      slots.text(field, parser.getText());
    } else if (field == WireField.TIME && isWhole(token, parser)) {
      slots.time(parser.getLongValue());
    } else {
      slots.number(field, parser.getDoubleValue());
    }
  }

  private static boolean isWhole(JsonToken token, JsonParser parser) throws IOException {
    return token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  private void storeArray(WireField field, JsonParser parser) throws IOException {
    if (field.type() == WireField.Type.SIDE) {
      readSide(field, parser);
    } else {
      slots.other(field);
      parser.skipChildren();
    }
  }

  private void readSide(WireField field, JsonParser parser) throws IOException {
    SideBuffer side = slots.levels(field);
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == JsonToken.START_ARRAY) {
        readLevel(field, side, parser);
      } else {
        side.fail(FieldSlots.notLevels(field));
        parser.skipChildren();
      }
    }
  }

  private static void readLevel(WireField field, SideBuffer side, JsonParser parser)
      throws IOException {
    int count = 0;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      count++;
      if (t.isNumeric()) {
        side.add(field, parser.getDoubleValue());
      } else if (t == JsonToken.VALUE_STRING) {
        readText(field, side, parser.getText());
      } else {
        side.fail(FieldSlots.notLevels(field));
        parser.skipChildren();
      }
    }
    if (count != 2) {
      side.fail(FieldSlots.notLevels(field));
    }
  }

  private static void readText(WireField field, SideBuffer side, String text) {
    if (NumberText.isJsonNumber(text)) {
      side.add(field, NumberText.parse(text));
    } else {
      side.fail(
          NumberText.isNotFinite(text)
              ? Rejection.notFinite(field, text)
              : FieldSlots.notLevels(field));
    }
  }

  @Override
  public boolean has(WireField field) {
    return slots.has(field);
  }

  @Override
  public String text(WireField field) throws Rejection {
    return slots.text(field);
  }

  @Override
  public String textOrNumber(WireField field) throws Rejection {
    return slots.textOrNumber(field);
  }

  @Override
  public long time(TimeReader reader) throws Rejection {
    return slots.time(reader);
  }

  @Override
  public double number(WireField field) throws Rejection {
    return slots.number(field);
  }

  @Override
  public double[] side(WireField field) throws Rejection {
    return slots.side(field);
  }
}
