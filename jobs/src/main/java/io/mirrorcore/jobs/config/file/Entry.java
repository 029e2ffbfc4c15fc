package io.mirrorcore.jobs.config.file;

import java.util.ArrayList;
import java.util.Collection;

/**
 * What somebody wrote for one key, letter by letter: the symbol 000001 is no number and NO is no
 * boolean.
 *
 * @param texts one text, or those of a list; none where nothing was written
 * @param where file and line, or the command line, for messages
 */
public record Entry(ArrayList<String> texts, String where) {

  private static final int LONGEST_SHOWN = 200;

  public static Entry of(Collection<String> texts, String where) {
    return new Entry(new ArrayList<>(texts), where);
  }

  /** The value as a message shows it: what follows it must not be pushed out of sight. */
  public String shown() {
    return switch (texts.size()) {
      case 0 -> "nothing";
      case 1 -> '"' + cut(texts.get(0)) + '"';
      default -> cut(texts.toString());
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
