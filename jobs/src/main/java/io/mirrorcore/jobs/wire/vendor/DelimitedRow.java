package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnNames;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import java.util.List;

/** The cells of one line. */
record DelimitedRow(ColumnNames names, List<String> cells) implements VendorRow {

  @Override
  public String value(String name) {
    int index = names.index(name);
    String cell = index < 0 || index >= cells.size() ? "" : cells.get(index);
    return cell.isEmpty() ? null : cell;
  }

  @Override
  public String levels(String name) {
    String cell = value(name);
    return cell == null || (cell.indexOf(':') < 0 && !cell.startsWith("["))
        ? null
        : cell.startsWith("[") ? JsonRow.levelsOf(cell) : cell;
  }
}
