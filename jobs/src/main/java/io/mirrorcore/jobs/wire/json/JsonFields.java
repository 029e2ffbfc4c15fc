package io.mirrorcore.jobs.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.SideBuffer;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.TimeReader;
import java.io.IOException;
import java.util.Arrays;

/**
 * The fields of one JSON object, read in one pass without a tree into arrays that the next record
 * uses again: nothing but the texts and the book is allocated per tick. A key that comes twice
 * makes the record malformed: the topic's key was made of one of its values, and nobody knows
 * which. A defect of a field is reported when the field is asked for.
 */
@SuppressWarnings("EnumOrdinal") // arrays by field instead of maps: this is the hot path
public final class JsonFields implements FieldSource {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          // Keys are looked up in a map; those of garbage should not stay in the JVM's own table.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private enum Content {
    ABSENT,
    TEXT,
    NUMBER,
    SIDE,
    /** A boolean, an object, or an array where none belongs. */
    OTHER
  }

  private static final int FIELDS = WireField.values().length;

  private final Content[] contents = new Content[FIELDS];
  private final String[] texts = new String[FIELDS];
  private final double[] numbers = new double[FIELDS];
  private boolean isWholeTime;
  private long wholeTime;
  private long seen; // a bit a field, also of those that are null
  private final SideBuffer bids = new SideBuffer();
  private final SideBuffer asks = new SideBuffer();

  /** Replaces all fields with those of {@code json}. */
  public void read(byte[] json) throws Rejection {
    Arrays.fill(contents, Content.ABSENT);
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
    int i = field.ordinal();
    switch (token) {
      case VALUE_NULL -> contents[i] = Content.ABSENT;
      case VALUE_STRING -> {
        texts[i] = parser.getText();
        contents[i] = Content.TEXT;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        if (field == WireField.ID) { // some have more digits than a double holds
          texts[i] = parser.getText();
          contents[i] = Content.TEXT;
          return;
        }
        if (field == WireField.TIME) {
          storeTime(token, parser);
        }
        numbers[i] = parser.getDoubleValue();
        contents[i] = Content.NUMBER;
      }
      case START_ARRAY -> storeArray(field, parser);
      default -> {
        parser.skipChildren();
        contents[i] = Content.OTHER;
      }
    }
  }

  /** Nanoseconds are more than a double holds. */
  private void storeTime(JsonToken token, JsonParser parser) throws IOException {
    isWholeTime =
        token == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    wholeTime = isWholeTime ? parser.getLongValue() : 0;
  }

  private void storeArray(WireField field, JsonParser parser) throws IOException {
    if (field.type() == WireField.Type.SIDE) {
      contents[field.ordinal()] = Content.SIDE;
      readSide(field, parser);
    } else {
      contents[field.ordinal()] = Content.OTHER;
      parser.skipChildren();
    }
  }

  private void readSide(WireField field, JsonParser parser) throws IOException {
    SideBuffer side = side(field == WireField.BIDS);
    side.clear();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == JsonToken.START_ARRAY) {
        readLevel(field, side, parser);
      } else {
        side.fail(notLevels(field));
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
        side.fail(notLevels(field));
        parser.skipChildren();
      }
    }
    if (count != 2) {
      side.fail(notLevels(field));
    }
  }

  private static void readText(WireField field, SideBuffer side, String text) {
    if (NumberText.isJsonNumber(text)) {
      side.add(field, NumberText.parse(text));
    } else {
      side.fail(NumberText.isNotFinite(text) ? Rejection.notFinite(field, text) : notLevels(field));
    }
  }

  private static Rejection notLevels(WireField field) {
    return Rejection.malformed(field.wireName() + " must be levels of [price, size]");
  }

  private SideBuffer side(boolean ofBids) {
    return ofBids ? bids : asks;
  }

  @Override
  public boolean has(WireField field) {
    return contents[field.ordinal()] != Content.ABSENT;
  }

  @Override
  public String text(WireField field) throws Rejection {
    return switch (contents[field.ordinal()]) {
      case ABSENT -> throw Rejection.missing(field);
      case TEXT -> texts[field.ordinal()];
      default -> throw Rejection.wrongType(field, "a text", have(field));
    };
  }

  @Override
  public String textOrNumber(WireField field) throws Rejection {
    return contents[field.ordinal()] == Content.NUMBER
        ? plain(numbers[field.ordinal()])
        : text(field);
  }

  private static String plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e18;
    return whole ? Long.toString((long) number) : NumberText.of(number);
  }

  @Override
  public long time(TimeReader reader) throws Rejection {
    return switch (contents[WireField.TIME.ordinal()]) {
      case ABSENT -> throw Rejection.missing(WireField.TIME);
      case TEXT -> reader.read(texts[WireField.TIME.ordinal()]);
      case NUMBER ->
          isWholeTime ? reader.read(wholeTime) : reader.read(numbers[WireField.TIME.ordinal()]);
      default -> throw Rejection.wrongType(WireField.TIME, "a time", have(WireField.TIME));
    };
  }

  @Override
  public double number(WireField field) throws Rejection {
    int i = field.ordinal();
    switch (contents[i]) {
      case ABSENT -> throw Rejection.missing(field);
      case NUMBER -> {
        if (!Double.isFinite(numbers[i])) {
          throw Rejection.notFinite(field, NumberText.of(numbers[i]));
        }
        return numbers[i];
      }
      case TEXT -> {
        return ofText(field, texts[i]);
      }
      default -> throw Rejection.wrongType(field, "a number", have(field));
    }
  }

  /** Many venues write decimals as texts, so that no digit is lost. */
  private double ofText(WireField field, String text) throws Rejection {
    if (NumberText.isNotFinite(text)) {
      throw Rejection.notFinite(field, text); // how many libraries write NaN
    }
    if (!NumberText.isJsonNumber(text)) {
      throw Rejection.wrongType(field, "a number", have(field));
    }
    double value = NumberText.parse(text);
    if (!Double.isFinite(value)) {
      throw Rejection.notFinite(field, NumberText.of(value));
    }
    return value;
  }

  @Override
  public double[] side(WireField field) throws Rejection {
    SideBuffer side = side(field == WireField.BIDS);
    switch (contents[field.ordinal()]) {
      case ABSENT -> side.clear();
      case SIDE -> {}
      default -> throw notLevels(field);
    }
    return side.toArray();
  }

  private String have(WireField field) {
    return switch (contents[field.ordinal()]) {
      case TEXT -> "the text " + Rejection.quoted(texts[field.ordinal()]);
      case NUMBER -> "the number " + NumberText.of(numbers[field.ordinal()]);
      case SIDE -> "levels";
      default -> "something else";
    };
  }
}
