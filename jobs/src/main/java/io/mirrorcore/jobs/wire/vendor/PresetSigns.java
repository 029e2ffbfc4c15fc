package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnNames;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which signs of a preset a file shows: names in its header, or in its records where it is JSON. A
 * list of signs that are numbers stands for a file without header, with as many columns as the
 * largest of them.
 */
public final class PresetSigns {

  private static final double LOOSE = 0.5;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Preset preset;
  private final List<String> columns;
  private final boolean headless;
  private final ColumnNames names;
  private final Set<String> seen = new HashSet<>();

  /**
   * @param columns of the file; empty where it is JSON
   * @param headless whether the file does not name them
   */
  public PresetSigns(Preset preset, List<String> columns, boolean headless) {
    this.preset = preset;
    this.columns = columns;
    this.headless = headless;
    this.names = new ColumnNames(columns);
  }

  /** Takes note of what a record has. */
  public void see(VendorRow row) {
    if (row instanceof JsonRow json) {
      preset.signs().forEach(list -> list.forEach(name -> see(name, json)));
    }
  }

  private void see(String name, JsonRow row) {
    if (NUMBER.matcher(name).matches()
        ? row.node().isArray() && row.node().size() == Integer.parseInt(name)
        : !row.node().isArray() && row.has(name)) {
      seen.add(name);
    }
  }

  /**
   * The weight of the list that is there as a whole and weighs most: 1 for a name as it is written,
   * half of that where case or brackets differ; 1 for a table, which has no signs.
   */
  public double weight() {
    if (preset.signs().isEmpty()) {
      return 1;
    }
    return preset.signs().stream()
        .filter(this::isThere)
        .mapToDouble(list -> list.stream().mapToDouble(this::weight).sum())
        .max()
        .orElse(0);
  }

  private double weight(String name) {
    return columns.isEmpty() || headless || columns.contains(name) ? 1 : LOOSE;
  }

  private boolean isThere(List<String> list) {
    String last = list.get(list.size() - 1);
    if (NUMBER.matcher(last).matches()) {
      return headless ? columns.size() == Integer.parseInt(last) : seen.contains(last);
    }
    return columns.isEmpty()
        ? seen.containsAll(list)
        : !headless && list.stream().allMatch(names::has);
  }
}
