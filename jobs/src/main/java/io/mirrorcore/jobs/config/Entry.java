package io.mirrorcore.jobs.config;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;

/**
 * What somebody wrote for one key, letter by letter: the symbol 000001 is no number and NO is no
 * boolean.
 *
 * @param texts one text, or those of a list; none where nothing was written
 * @param where file and line, or the command line, for messages
 */
record Entry(ArrayList<String> texts, String where) implements Serializable {

  static Entry of(Collection<String> texts, String where) {
    return new Entry(new ArrayList<>(texts), where);
  }

  /** The value as a message shows it. */
  String shown() {
    return switch (texts.size()) {
      case 0 -> "nothing";
      case 1 -> '"' + texts.get(0) + '"';
      default -> texts.toString();
    };
  }
}
