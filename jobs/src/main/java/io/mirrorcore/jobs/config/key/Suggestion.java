package io.mirrorcore.jobs.config.key;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word nearest to one that nobody knows. */
public final class Suggestion {

  private static final int LONGEST = 100;

  private Suggestion() {}

  /** By the fewest letters to change; a known key that ends in the whole word comes first. */
  static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparing((String k) -> !k.endsWith("." + word))
                .thenComparingInt(k -> distance(word, k))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** " did you mean X?", or nothing where nothing is known. */
  public static String didYouMean(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return ""; // nobody meant anything, and to compare it would take long
    }
    return nearest(word, known).map(k -> "; did you mean " + k + "?").orElse("");
  }

  /** Levenshtein's distance: letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
