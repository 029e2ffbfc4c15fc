package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings with bars and periods of a minute, every signal published, and only some strategies. */
public final class SwitchedOn {

  private SwitchedOn() {}

  public static Settings only(String... ids) {
    Map<String, Object> set =
        new TreeMap<>(
            Map.of("bars.interval", "1m", "signals.emit", "all", "ensemble.period", "bar"));
    for (String id : Catalogue.IDS) {
      set.put("strategies." + id + ".enabled", List.of(ids).contains(id));
    }
    for (String regime : List.of("trending", "ranging", "volatile", "mixed")) {
      set.put("regimes." + regime + ".cap", 1); // few strategies must be able to fill the book
    }
    return Settings.defaults().with(set);
  }
}
