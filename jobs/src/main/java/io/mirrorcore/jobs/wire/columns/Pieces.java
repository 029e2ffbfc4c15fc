package io.mirrorcore.jobs.wire.columns;

import java.util.ArrayList;
import java.util.List;

/** Splits the text of a mapping where a separator stands outside of quotes and braces. */
final class Pieces {

  private Pieces() {}

  static List<String> of(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == separator && !quoted && depth == 0) {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    if (quoted || depth != 0) {
      throw new MappingException(
          "a mapping must close its quotes and braces; have %s".formatted(text));
    }
    pieces.add(piece.toString().strip());
    return pieces;
  }

  /** A name without the quotes around it. */
  static String unquoted(String name) {
    String text = name.strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
