package io.mirrorcore.jobs.wire.market;

import java.nio.charset.StandardCharsets;

/**
 * Reading place in the bytes of one record: the few tokens of JSON that programs usually write, and
 * for anything else a value that says so. It never throws, and never takes for usual what a parser
 * of the whole of JSON would read otherwise.
 */
final class ByteCursor {

  /** What is left to a parser; words and numbers that are not are never negative. */
  static final long UNUSUAL = -1;

  private static final int WORD_LETTERS = 10;
  private static final int LETTER_BITS = 6;

  /** Decimals of at most 15 digits over a power of ten up to 22 are one rounding: the exact one. */
  private static final int DIGITS = 15;

  private static final double[] TENS = new double[DIGITS + 1];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = 10 * TENS[i - 1]; // exact up to 1e22
    }
  }

  /** Whole numbers of so many digits are no big integers. */
  private static final int WHOLE_DIGITS = 18;

  private byte[] bytes = {};
  private int at;
  private final String[] texts = new String[1024];

  /** Begins a record. */
  void on(byte[] record) {
    bytes = record;
    at = 0;
  }

  /** The next byte that is no white space, without stepping over it; -1 at the end. */
  int peek() {
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b > ' ') {
        return b;
      }
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return 0;
      }
      at++;
    }
    return -1;
  }

  /** Steps over {@code wanted}, and white space before it, where it comes next. */
  boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** A text in quotes of 1 to 10 letters, packed into a number; else {@link #UNUSUAL}. */
  long word() {
    if (!take('"')) {
      return UNUSUAL;
    }
    long packed = 1; // so that no two words of different length are the same number
    for (int n = 0; at < bytes.length; n++) {
      byte b = bytes[at++];
      if (b == '"') {
        return n == 0 ? UNUSUAL : packed;
      }
      if (n == WORD_LETTERS || b < 'A' || b > 'z' || b == '\\') {
        return UNUSUAL;
      }
      packed = packed << LETTER_BITS | b - 'A';
    }
    return UNUSUAL;
  }

  /** What {@link #word} makes of a word. */
  static long packed(String word) {
    long packed = 1;
    for (int i = 0; i < word.length(); i++) {
      packed = packed << LETTER_BITS | word.charAt(i) - 'A';
    }
    return packed;
  }

  /**
   * A text in quotes of 1 to {@code longest} visible ASCII characters without escapes; else null.
   */
  String text(int longest) {
    if (!take('"')) {
      return null;
    }
    int start = at;
    int hash = 0;
    for (; at < bytes.length && at - start <= longest; at++) {
      byte b = bytes[at];
      if (b == '"') {
        return at++ == start ? null : known(start, at - 1 - start, hash);
      }
      if (b <= ' ' || b == '\\' || b == 0x7F) { // bytes above 0x7F are negative
        return null;
      }
      hash = 31 * hash + b;
    }
    return null;
  }

  /** The same few texts come again and again, and need not be made again. */
  private String known(int start, int length, int hash) {
    int slot = (hash ^ hash >>> 16) & texts.length - 1;
    String text = texts[slot];
    if (text == null || !isAt(start, length, text)) {
      text = new String(bytes, start, length, StandardCharsets.US_ASCII);
      texts[slot] = text;
    }
    return text;
  }

  private boolean isAt(int start, int length, String text) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A whole number of at most 18 digits, not negative; else {@link #UNUSUAL}. */
  long whole() {
    int start = peek() < 0 ? bytes.length : at;
    long value = 0;
    while (at < bytes.length && isDigit(bytes[at])) {
      if (at - start == WHOLE_DIGITS) {
        return UNUSUAL;
      }
      value = 10 * value + bytes[at++] - '0';
    }
    return isNoNumber(start, at) || goesOn() ? UNUSUAL : value;
  }

  /** A decimal of at most 15 digits, not negative and without exponent; else NaN. */
  double decimal() {
    int start = peek() < 0 ? bytes.length : at;
    long digits = 0;
    while (at < bytes.length && isDigit(bytes[at]) && at - start <= DIGITS) {
      digits = 10 * digits + bytes[at++] - '0';
    }
    int whole = at - start;
    if (isNoNumber(start, at)) {
      return Double.NaN;
    }
    int places = 0;
    if (at < bytes.length && bytes[at] == '.') {
      int point = at++;
      while (at < bytes.length && isDigit(bytes[at]) && whole + places <= DIGITS) {
        digits = 10 * digits + bytes[at++] - '0';
        places = at - point - 1;
      }
      if (places == 0) {
        return Double.NaN;
      }
    }
    return whole + places > DIGITS || goesOn() ? Double.NaN : digits / TENS[places];
  }

  /** Nothing, or a zero before other digits. */
  private boolean isNoNumber(int start, int end) {
    return end == start || (bytes[start] == '0' && end > start + 1);
  }

  /** Whether what looked like a number is a part of something longer. */
  private boolean goesOn() {
    if (at == bytes.length) {
      return true;
    }
    byte b = bytes[at];
    return b != ',' && b != '}' && b != ']' && b != ' ' && b != '\n' && b != '\r' && b != '\t';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
