package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is written under {@code portfolios}: a list of symbols, or a section of symbols and of what
 * counts for the ensemble of that portfolio alone.
 */
final class PortfolioSections {

  static final String PREFIX = "portfolios.";
  static final String SYMBOLS = "symbols";

  /** What may differ from portfolio to portfolio. */
  static final List<String> OWN = List.of("ensemble.", "regimes.", "alerts.", "positions.");

  private PortfolioSections() {}

  /** Name of the portfolio that a key is about. */
  static String name(String key) {
    String rest = key.substring(PREFIX.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  /** What stands behind the name; empty for a list of symbols. */
  static String inside(String key) {
    String rest = key.substring(PREFIX.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? "" : rest.substring(dot + 1);
  }

  /** Whether a key says something of one portfolio's ensemble. */
  static boolean isOwn(String key) {
    return key.startsWith(PREFIX) && OWN.stream().anyMatch(inside(key)::startsWith);
  }

  /** Whether HOLD has to be computed for some portfolio. */
  static boolean needMarket(Map<String, Entry> set) {
    String profile = ProfileKeys.PROFILE.key();
    return set.entrySet().stream()
        .filter(
            e ->
                e.getKey().equals(profile)
                    || (isOwn(e.getKey()) && inside(e.getKey()).equals(profile)))
        .anyMatch(
            e ->
                ProfileKeys.PROFILE.parse(e.getValue().texts()).orElse(Profile.GUIDE)
                    != Profile.GUIDE);
  }

  /**
   * What counts for one portfolio, as if it were alone. Where its profile is another than that of
   * all, what was set for all and depends on the profile does not count for it.
   */
  static SortedMap<String, Entry> of(Map<String, Entry> set, String portfolio) {
    TreeMap<String, Entry> own = new TreeMap<>();
    TreeMap<String, Entry> all = new TreeMap<>();
    set.forEach(
        (key, entry) -> {
          if (!key.startsWith(PREFIX)) {
            all.put(key, entry);
          } else if (isOwn(key) && name(key).equals(portfolio)) {
            own.put(inside(key), entry);
          }
        });
    if (profile(own, profile(all, Profile.GUIDE)) != profile(all, Profile.GUIDE)) {
      all.keySet().removeIf(ProfileDefaults::isOfProfile);
    }
    all.putAll(own);
    return all;
  }

  private static Profile profile(Map<String, Entry> set, Profile otherwise) {
    Entry written = set.get(ProfileKeys.PROFILE.key());
    return written == null
        ? otherwise
        : ProfileKeys.PROFILE.parse(written.texts()).orElse(otherwise);
  }

  /** Symbols by portfolio; all of them where a section does not say. */
  static Map<String, List<String>> symbols(Map<String, Object> values) {
    TreeMap<String, List<String>> symbols = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          String inside = inside(key);
          if (inside.isEmpty() || inside.equals(SYMBOLS)) {
            List<String> texts = new ArrayList<>();
            ((List<?>) value).forEach(text -> texts.add(String.valueOf(text)));
            symbols.put(name(key), texts);
          } else {
            symbols.putIfAbsent(name(key), List.of("*"));
          }
        });
    return symbols;
  }
}
