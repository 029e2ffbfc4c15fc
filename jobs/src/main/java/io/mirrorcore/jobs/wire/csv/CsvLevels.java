package io.mirrorcore.jobs.wire.csv;

import io.mirrorcore.jobs.wire.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One side of a book in a CSV cell: {@code price:size|price:size}, best level first. */
final class CsvLevels {

  private CsvLevels() {}

  /**
   * The texts of prices and sizes in turn, each a number (or NaN or an infinity, which is for the
   * reader to refuse); empty where the cell has another form.
   */
  static Optional<List<String>> of(String cell) {
    List<String> texts = new ArrayList<>();
    int start = 0;
    while (start <= cell.length()) {
      int bar = cell.indexOf('|', start);
      int end = bar < 0 ? cell.length() : bar;
      int colon = cell.indexOf(':', start);
      if (colon < 0 || colon > end) {
        return Optional.empty();
      }
      texts.add(cell.substring(start, colon));
      texts.add(cell.substring(colon + 1, end));
      start = end + 1;
    }
    return texts.stream().allMatch(CsvLevels::isNumber) ? Optional.of(texts) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return NumberText.isJsonNumber(text) || NumberText.isNotFinite(text);
  }
}
