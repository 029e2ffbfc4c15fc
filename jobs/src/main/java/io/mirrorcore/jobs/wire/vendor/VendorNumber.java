package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.text.NumberText;
import java.util.regex.Pattern;

/**
 * Numbers as vendors write them, in the form of the topics: {@code 1,234.50}, {@code +1}, {@code
 * .5}, {@code $12.10}, and {@code 1,5} where cells are separated by semicolons. What is no number
 * in any of these stays as it is, for the reader to refuse.
 */
final class VendorNumber {

  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
  private static final Pattern LOOSE =
      Pattern.compile("[+]?(-?)0*(\\d*)(\\.\\d*)?([eE][+-]?\\d+)?");

  private VendorNumber() {}

  /**
   * The number in plain form.
   *
   * @param decimalComma whether a comma stands before decimals
   */
  static String of(String text, boolean decimalComma) {
    if (NumberText.isJsonNumber(text)) {
      return text;
    }
    String bare = text.startsWith("$") ? text.substring(1) : text;
    if (decimalComma && DECIMAL_COMMA.matcher(bare).matches()) {
      bare = bare.replace(',', '.');
    } else if (THOUSANDS.matcher(bare).matches()) {
      bare = bare.replace(",", "");
    }
    String strict = strict(bare);
    return NumberText.isJsonNumber(strict) ? strict : text;
  }

  /** With one digit at least on both sides of the point, and no zero too many before it. */
  private static String strict(String text) {
    var parts = LOOSE.matcher(text);
    if (!parts.matches() || text.isEmpty() || text.chars().noneMatch(Character::isDigit)) {
      return text;
    }
    String whole = parts.group(2).isEmpty() ? "0" : parts.group(2);
    String fraction = parts.group(3) == null || parts.group(3).equals(".") ? "" : parts.group(3);
    return parts.group(1) + whole + fraction + (parts.group(4) == null ? "" : parts.group(4));
  }
}
