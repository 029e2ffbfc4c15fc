package io.mirrorcore.jobs.wire.text;

import java.util.HexFormat;

/**
 * Text that quotes bytes from outside, made safe to show: one line, without control characters that
 * move a terminal's cursor or reverse its text, and without half a surrogate pair, which UTF-8
 * cannot hold (the dead letter itself would then stop the job).
 */
public final class OneLine {

  private static final HexFormat HEX = HexFormat.of();

  private OneLine() {}

  /** {@code text} with every such character written as its escape; itself where it has none. */
  public static String of(String text) {
    return isPlain(text) ? text : escaped(text);
  }

  /** Nearly all text is plain, and then nothing is copied. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    StringBuilder line = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isShown(c)) {
                line.appendCodePoint(c);
              } else {
                line.append(escape(c));
              }
            });
    return line.toString();
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u" + HEX.toHexDigits(codePoint, codePoint > 0xFFFF ? 6 : 4);
    };
  }
}
