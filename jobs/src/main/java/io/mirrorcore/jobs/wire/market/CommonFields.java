package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;

/** The rules that all three kinds share: symbol, time, and the usual ranges of numbers. */
public final class CommonFields {

  static final int MAX_SYMBOL = 64;

  /**
   * Nothing that is traded has a price, a size or a volume beyond these. Numbers that are finite
   * and absurd would overflow in somebody's sum of squares, and one record would speak for all
   * others.
   */
  private static final double LEAST = 1e-15;

  private static final double MOST = 1e18;

  private CommonFields() {}

  static String symbol(FieldSource fields) throws Rejection {
    String symbol = fields.text(WireField.SYMBOL);
    if (symbol.isEmpty() || symbol.length() > MAX_SYMBOL || !isPrintable(symbol)) {
      throw new Rejection(
          RejectReason.OUT_OF_RANGE,
          "symbol must be 1 to "
              + MAX_SYMBOL
              + " printable characters without white space; have "
              + Rejection.quoted(symbol));
    }
    return symbol;
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || (c >= 0x7F && !text.codePoints().allMatch(CommonFields::isPrintable))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static double positive(FieldSource fields, WireField field) throws Rejection {
    double value = fields.number(field);
    if (!(value > 0)) {
      throw Rejection.outOfRange(field, "above 0", value);
    }
    return plausible(field, value);
  }

  /** A number above 0 that a market could have. */
  static double plausible(WireField field, double value) throws Rejection {
    if (!(value >= LEAST && value <= MOST)) {
      throw Rejection.outOfRange(field, "in [" + LEAST + ", " + MOST + "]", value);
    }
    return value;
  }

  /** The price of a symbol whose returns are differences. */
  static double ofAnySign(FieldSource fields, WireField field) throws Rejection {
    double value = fields.number(field);
    if (!(Math.abs(value) <= MOST)) {
      throw Rejection.outOfRange(field, "in [" + -MOST + ", " + MOST + "]", value);
    }
    return value;
  }

  static double notNegative(FieldSource fields, WireField field) throws Rejection {
    double value = fields.number(field);
    if (!(value >= 0)) {
      throw Rejection.outOfRange(field, "at least 0", value);
    }
    return notHuge(field, value);
  }

  /** Small numbers are no concern here: the gamma of a far strike is as small as it likes. */
  private static double notHuge(WireField field, double value) throws Rejection {
    if (!(value <= MOST)) {
      throw Rejection.outOfRange(field, "at most " + MOST, value);
    }
    return value;
  }

  static double positiveOrNaN(FieldSource fields, WireField field) throws Rejection {
    return fields.has(field) ? positive(fields, field) : Double.NaN;
  }

  static double notNegativeOrNaN(FieldSource fields, WireField field) throws Rejection {
    return fields.has(field) ? notNegative(fields, field) : Double.NaN;
  }

  static Rejection unknownType(WireField field, String allowed, String have) {
    return new Rejection(
        RejectReason.UNKNOWN_TYPE,
        field.wireName() + " must be " + allowed + "; have " + Rejection.quoted(have));
  }

  static Rejection crossed(String bidName, double bid, String askName, double ask) {
    return new Rejection(
        RejectReason.CROSSED_BOOK,
        bidName
            + " must not be above "
            + askName
            + "; have "
            + NumberText.of(bid)
            + " and "
            + NumberText.of(ask));
  }
}
