package io.mirrorcore.jobs.wire;

import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.TimeReader;
import java.util.Arrays;

/**
 * The fields of one record as a reader of some format has found them, in arrays that the next
 * record uses again: nothing but the texts and the book is allocated per tick. A defect of a field
 * is reported when the field is asked for, and in the same words whatever the format.
 */
@SuppressWarnings("EnumOrdinal") // arrays by field instead of maps: this is the hot path
public final class FieldSlots implements FieldSource {

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
  private final SideBuffer bids = new SideBuffer();
  private final SideBuffer asks = new SideBuffer();

  /** Makes all fields absent. */
  public void clear() {
    Arrays.fill(contents, Content.ABSENT);
  }

  public void absent(WireField field) {
    contents[field.ordinal()] = Content.ABSENT;
  }

  public void text(WireField field, String text) {
    texts[field.ordinal()] = text;
    contents[field.ordinal()] = Content.TEXT;
  }

  public void number(WireField field, double number) {
    if (field == WireField.TIME) {
      isWholeTime = false;
    }
    numbers[field.ordinal()] = number;
    contents[field.ordinal()] = Content.NUMBER;
  }

  /** A time that is a whole number: nanoseconds are more than a double holds. */
  public void time(long time) {
    number(WireField.TIME, (double) time);
    isWholeTime = true;
    wholeTime = time;
  }

  /** What can be no value of the field. */
  public void other(WireField field) {
    contents[field.ordinal()] = Content.OTHER;
  }

  /** One side of the book, empty, to be filled by the caller. */
  public SideBuffer levels(WireField field) {
    contents[field.ordinal()] = Content.SIDE;
    SideBuffer side = buffer(field);
    side.clear();
    return side;
  }

  private SideBuffer buffer(WireField field) {
    return field == WireField.BIDS ? bids : asks;
  }

  /** The defect of a side that holds something else. */
  public static Rejection notLevels(WireField field) {
    return Rejection.malformed(field.wireName() + " must be levels of [price, size]");
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
    SideBuffer side = buffer(field);
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
