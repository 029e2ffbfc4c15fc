package io.mirrorcore.jobs.wire.text;

import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Numbers as text, with one grammar for JSON and CSV (RFC 8259's: no leading zero, no plus sign, a
 * digit on both sides of the point), so that a row means the same in a file and on a topic.
 */
public final class NumberText {

  private static final int MAX_LENGTH = 1000; // Jackson's own limit for a number

  private NumberText() {}

  /** Whether {@code text} is a number that JSON may carry without quotes. */
  public static boolean isJsonNumber(String text) {
    int n = text.length();
    if (n == 0 || n > MAX_LENGTH) {
      return false;
    }
    int i = text.charAt(0) == '-' ? 1 : 0;
    int whole = digits(text, i);
    if (whole == i || (text.charAt(i) == '0' && whole > i + 1)) {
      return false;
    }
    i = whole;
    if (i < n && text.charAt(i) == '.') {
      int fraction = digits(text, i + 1);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    return i == n || isExponent(text, i);
  }

  private static boolean isExponent(String text, int start) {
    if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
      return false;
    }
    int i = start + 1;
    if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
      i++;
    }
    int end = digits(text, i);
    return end > i && end == text.length();
  }

  private static int digits(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /** Whether {@code text} is one of the ways in which programs write NaN and the infinities. */
  public static boolean isNotFinite(String text) {
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    String word = text.substring(sign);
    return word.equalsIgnoreCase("NaN")
        || word.equalsIgnoreCase("Infinity")
        || word.equalsIgnoreCase("Inf");
  }

  /** The value of a text that {@link #isJsonNumber}; infinite where it is too large. */
  public static double parse(String text) {
    return NumberInput.parseDouble(text, true);
  }

  /** Shortest text that reads back as {@code value}, the same on every JDK. */
  public static String of(double value) {
    return NumberOutput.toString(value, true);
  }
}
