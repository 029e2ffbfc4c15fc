package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.market.tick.Tick;
import java.util.ArrayList;
import java.util.List;

/** The levels of one side as text, {@code price:size|price:size}. */
final class BookSide {

  private BookSide() {}

  /** One level of which both are numbers; null for what is none. */
  static String[] level(String text) {
    int colon = text.indexOf(':');
    String[] parts = {text.substring(0, Math.max(0, colon)), text.substring(colon + 1)};
    return NumberText.isJsonNumber(parts[0]) && NumberText.isJsonNumber(parts[1]) ? parts : null;
  }

  /** The first levels with a size, as many as a record may have; 0 says that nobody is there. */
  static String best(String side) {
    List<String> kept = new ArrayList<>();
    for (String text : side.split("\\|", -1)) {
      String[] level = level(text);
      boolean gone = level == null ? text.isEmpty() : NumberText.parse(level[1]) == 0;
      if (!gone && kept.size() < Tick.MAX_LEVELS) {
        kept.add(text);
      }
    }
    return String.join("|", kept);
  }
}
