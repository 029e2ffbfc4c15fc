package io.mirrorcore.jobs.wire.columns;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One alternative of a {@link ColumnSource}.
 *
 * @param names of columns, all of which must be there
 * @param joiner what stands between their texts
 * @param constant the text in place of a column, or null
 * @param words by the value they replace; an empty one makes the value absent
 * @param factor of whole numbers, or null
 * @param part pattern whose first group is the text, in capitals; null for all of it
 */
record ColumnChoice(
    List<String> names,
    String joiner,
    String constant,
    Map<String, String> words,
    String factor,
    String part)
    implements Serializable {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,30}");
  private static final String LEVEL = ":";

  static ColumnChoice parse(String text) {
    if (text.startsWith("=")) {
      return new ColumnChoice(List.of(), "", text.substring(1).strip(), Map.of(), null, null);
    }
    if (text.endsWith("/") && text.indexOf('/') < text.length() - 1) {
      int slash = text.indexOf('/');
      return parse(text.substring(0, slash)).part(text.substring(slash + 1, text.length() - 1));
    }
    List<String> product = Pieces.of(text, '*');
    if (product.size() > 1) {
      return parse(product.get(0)).times(product.get(1));
    }
    int brace = text.endsWith("}") ? text.lastIndexOf('{') : -1;
    Map<String, String> words =
        brace < 0 ? Map.of() : words(text.substring(brace + 1, text.length() - 1));
    String named = brace < 0 ? text : text.substring(0, brace);
    List<String> level = Pieces.of(named, ':');
    return level.size() == 2 ? of(level, LEVEL, words) : of(Pieces.of(named, '+'), " ", words);
  }

  private static ColumnChoice of(List<String> names, String joiner, Map<String, String> words) {
    List<String> plain = names.stream().map(Pieces::unquoted).toList();
    if (plain.contains("")) {
      throw new MappingException("a column must have a name; have an empty one in " + names);
    }
    return new ColumnChoice(plain, joiner, null, words, null, null);
  }

  private ColumnChoice part(String pattern) {
    try {
      String checked = Pattern.compile(pattern).pattern();
      return new ColumnChoice(names, joiner, constant, words, factor, checked);
    } catch (PatternSyntaxException e) {
      throw new MappingException(
          "between / and / must stand a regular expression; have "
              + pattern
              + "; put a name with / in it into double quotes");
    }
  }

  private ColumnChoice times(String text) {
    try {
      return new ColumnChoice(
          names, joiner, constant, words, new BigDecimal(text).toString(), part);
    } catch (NumberFormatException e) {
      throw new MappingException(
          "behind * must stand a number like 1e-9; have "
              + text
              + "; put a name with * in it into double quotes");
    }
  }

  private static Map<String, String> words(String text) {
    Map<String, String> words = new TreeMap<>();
    for (String pair : Pieces.of(text, ',')) {
      List<String> sides = Pieces.of(pair, '=');
      if (sides.size() != 2) {
        throw new MappingException("between braces must stand value=word,...; have {" + text + "}");
      }
      words.put(Pieces.unquoted(sides.get(0)), Pieces.unquoted(sides.get(1)));
    }
    return words;
  }

  /** The text, or null where a column is absent. */
  String of(VendorRow row) {
    if (constant != null) {
      return constant;
    }
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      String value = row.value(name);
      if (value == null) {
        return null;
      }
      all.append(all.length() == 0 ? "" : joiner).append(value);
    }
    return changed(all.toString());
  }

  private String changed(String value) {
    String word = words.get(value);
    if (word == null && !words.isEmpty()) {
      word =
          words.entrySet().stream()
              .filter(entry -> entry.getKey().equalsIgnoreCase(value))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
    }
    String now = word == null ? value : word;
    if (now.isEmpty()) {
      return null;
    }
    if (part != null) {
      Matcher found = Pattern.compile(part).matcher(now);
      return found.find() && found.groupCount() > 0
          ? found.group(1).toUpperCase(Locale.ROOT)
          : null;
    }
    return factor != null && WHOLE.matcher(now).matches()
        ? new BigDecimal(now).multiply(new BigDecimal(factor)).stripTrailingZeros().toPlainString()
        : now;
  }

  /** The levels: a list of one column, or the one level that two make. */
  String levels(VendorRow row) {
    if (constant != null) {
      return null;
    }
    if (names.size() == 1 && joiner.equals(" ")) {
      return row.levels(names.get(0));
    }
    return of(row);
  }
}
