package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.strategy.Sectors;
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
  static final String SECTORS = "sectors.";

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

  /**
   * Sectors by portfolio.
   *
   * @param values of the keys under {@code portfolios}
   */
  static SortedMap<String, Sectors> sectors(Map<String, Object> values) {
    TreeMap<String, TreeMap<String, String>> rules = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (inside(key).startsWith(SECTORS)) {
            TreeMap<String, String> own =
                rules.computeIfAbsent(name(key), portfolio -> new TreeMap<>());
            String sector = inside(key).substring(SECTORS.length());
            ((List<?>) value).forEach(pattern -> own.put(String.valueOf(pattern), sector));
          }
        });
    TreeMap<String, Sectors> sectors = new TreeMap<>();
    rules.forEach((portfolio, own) -> sectors.put(portfolio, new Sectors(SymbolRules.of(own))));
    return sectors;
  }

  /** One sentence for every pattern that is of two sectors of a portfolio. */
  static List<String> ambiguous(Map<String, Object> values) {
    TreeMap<String, String> sectors = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          if (inside(key).startsWith(SECTORS)) {
            for (Object pattern : (List<?>) value) {
              String before = sectors.put(name(key) + " " + pattern, key);
              if (before != null) {
                problems.add(
                    "%s and %s must not both have %s: a symbol is of one sector; delete one"
                        .formatted(before, key, pattern));
              }
            }
          }
        });
    return problems;
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
