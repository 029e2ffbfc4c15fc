package io.mirrorcore.jobs.wire.vendor;

import java.util.ArrayList;
import java.util.List;

/** A line as cells: separated by comma, semicolon, tab or bar, in quotes where need be. */
final class DelimitedText {

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private DelimitedText() {}

  /** The separator of a file, told by its first line: the one that is there most often. */
  static char separator(String line) {
    char best = ',';
    int most = 0;
    for (char candidate : SEPARATORS) {
      int count = cells(line, candidate).size() - 1;
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  /** Cells without quotes and white space around them. */
  static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>(12);
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
