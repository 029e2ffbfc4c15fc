package io.mirrorcore.jobs.wire.csv;

import io.mirrorcore.jobs.wire.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * The cells of every CSV file that is written here, so that there is one rule for quotes and one
 * form of a number; {@link CsvFile} reads both back.
 */
public final class CsvText {

  private CsvText() {}

  /** The text, in quotes where it holds a comma, a quote or a control character (RFC 4180). */
  public static String cell(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c != ',' && c != '"');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * As {@link #cell}, and with an apostrophe before a text that a spreadsheet would execute: one
   * that begins with {@code = + - @}, also behind white space, a tab or a line break.
   */
  public static String inert(String text) {
    String start = text.strip();
    boolean computed = !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0;
    boolean control = !text.isEmpty() && text.charAt(0) < ' ';
    return cell(computed || control ? "'" + text : text);
  }

  /**
   * The shortest text that reads back as the same number, as on the topics.
   *
   * @param value finite
   */
  public static String number(double value) {
    return new String(Json.encode(value), StandardCharsets.US_ASCII);
  }
}
