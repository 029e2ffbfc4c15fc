package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings keys to the one spelling that they are kept in: parameters of strategies with dashes,
 * where earlier versions had underscores, options by the names that they have now, and the cost of
 * all symbols outside the map of costs, in which it may stand, too.
 */
final class Spelling {

  /** Options that were renamed, by their older names. */
  private static final Map<String, String> RENAMED =
      Map.of("backtest.cost", BacktestKeys.WEIGHT_COST.key());

  private final Set<String> parameters = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  Spelling(List<Strategy> available) {
    for (Strategy strategy : available) {
      for (Edition edition : Edition.values()) {
        for (Parameter parameter : strategy.parameters(edition)) {
          parameters.add(SettingsReader.key(strategy, parameter.name()));
        }
      }
    }
  }

  /** One sentence for each key in an old spelling. */
  List<String> notes() {
    return notes;
  }

  /** One sentence for each key that is there in both spellings. */
  List<String> problems() {
    return problems;
  }

  /** What was written, by keys in the one spelling. */
  Map<String, Entry> keys(Map<String, Entry> written) {
    Map<String, Entry> spelled = new LinkedHashMap<>();
    written.forEach((key, entry) -> spelled.put(key(key), entry));
    written.forEach(
        (key, entry) -> {
          if (isOld(key)) {
            noteOld(key, entry, written);
          }
        });
    return spelled;
  }

  private void noteOld(String key, Entry entry, Map<String, Entry> written) {
    String now = key(key);
    if (written.containsKey(now)) {
      problems.add(
          "%s (%s) and %s (%s) are one option: keep the second"
              .formatted(key, entry.where(), now, written.get(now).where()));
    } else {
      notes.add(
          "%s (%s) is now spelled %s; the old spelling still counts"
              .formatted(key, entry.where(), now));
    }
  }

  private String key(String key) {
    if (key.equals(SettingsReader.COSTS + "*")) {
      return EnsembleKeys.RETURNS_COST.key();
    }
    return RENAMED.getOrDefault(key, isOldParameter(key) ? dashed(key) : key);
  }

  private boolean isOld(String key) {
    return RENAMED.containsKey(key) || isOldParameter(key);
  }

  private boolean isOldParameter(String key) {
    return !parameters.contains(key) && parameters.contains(dashed(key));
  }

  /** Behind the id, which has underscores of its own. */
  private static String dashed(String key) {
    int dot = key.lastIndexOf('.');
    return key.substring(0, dot + 1) + key.substring(dot + 1).replace('_', '-');
  }
}
