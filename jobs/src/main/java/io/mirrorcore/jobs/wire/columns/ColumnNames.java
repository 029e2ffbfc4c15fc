package io.mirrorcore.jobs.wire.columns;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of delimited text by name. Vendors change case, blanks and brackets from one export
 * to the next ({@code <CLOSE>}, {@code Close}, {@code adj_close}), so a name that is not there as
 * it is written is looked for without these; one letter is always that letter.
 */
public final class ColumnNames {

  private static final Pattern BESIDE = Pattern.compile("[\\s<>*_\\-.\"']+");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");

  private final List<String> names;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> loose = new HashMap<>();

  public ColumnNames(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      exact.putIfAbsent(names.get(i), i);
      loose.putIfAbsent(plain(names.get(i)), i);
    }
  }

  /** A name without what vendors change about it. */
  public static String plain(String name) {
    return BESIDE.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** As they are written. */
  public List<String> all() {
    return names;
  }

  /** Position of a column, from 0; -1 where it is not there. */
  public int index(String name) {
    Integer index = exact.get(name);
    if (index == null && name.length() > 1) {
      index = loose.get(plain(name));
    }
    if (index == null && NUMBER.matcher(name).matches()) {
      index = Integer.parseInt(name) - 1;
    }
    return index == null ? -1 : index;
  }

  /** Whether there is a column of that name; a number is none. */
  public boolean has(String name) {
    return exact.containsKey(name) || (name.length() > 1 && loose.containsKey(plain(name)));
  }
}
