package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.RecordMapper;
import io.mirrorcore.jobs.wire.vendor.VendorFile;
import io.mirrorcore.jobs.wire.vendor.VendorRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a file is a table of times and numbers, one column for each symbol or strategy, and
 * whether its numbers are prices or returns.
 */
final class TableFit {

  private static final int TRIED = 200;

  /** Returns of a bar are below it nearly always, prices hardly ever. */
  private static final double LARGEST_RETURN = 0.5;

  private static final double MOST = 0.9;
  private static final Set<String> FIELDS =
      Set.of("open", "high", "low", "volume", "price", "size", "strike", "bid", "ask", "side");

  private long cells;
  private long numbers;
  private long small;
  private long negative;

  private TableFit() {}

  static boolean isPrices(Path file, ColumnMapping mapping) throws IOException {
    TableFit fit = read(file, mapping);
    return fit.isTable() && fit.negative == 0 && fit.small < fit.numbers * (1 - MOST);
  }

  static boolean isReturns(Path file, ColumnMapping mapping) throws IOException {
    TableFit fit = read(file, mapping);
    return fit.isTable() && fit.small > fit.numbers * MOST;
  }

  private boolean isTable() {
    return numbers > 0 && numbers >= cells * MOST;
  }

  private static TableFit read(Path file, ColumnMapping mapping) throws IOException {
    TableFit fit = new TableFit();
    try (VendorFile rows = VendorFile.open(file, ofTable(mapping))) {
      RecordMapper mapper = new RecordMapper(ofTable(mapping), InputTimes.DEFAULT, false);
      List<String> columns = rows.columns();
      boolean fields =
          columns.stream().anyMatch(name -> FIELDS.contains(name.toLowerCase(Locale.ROOT)));
      VendorRecord row = rows.next();
      for (int i = 0; i < TRIED && row != null && !fields && columns.size() > 1; i++) {
        fit.add(row.row(), columns, mapper);
        row = rows.next();
      }
    }
    return fit;
  }

  /** Read by rows, whatever becomes of the columns. */
  private static ColumnMapping ofTable(ColumnMapping mapping) {
    return new ColumnMapping(
        null,
        mapping.columns(),
        null,
        mapping.only(),
        mapping.header(),
        mapping.stamps(),
        mapping.symbols(),
        ColumnMapping.Form.ROWS);
  }

  private void add(VendorRow row, List<String> columns, RecordMapper mapper) {
    try {
      mapper.stamp(row);
    } catch (Rejection e) {
      cells++;
      return;
    }
    for (String column : columns.subList(1, columns.size())) {
      String cell = row.value(column);
      if (cell != null && !cell.equalsIgnoreCase("nan")) {
        cells++;
        add(cell);
      }
    }
  }

  private void add(String cell) {
    if (NumberText.isJsonNumber(cell)) {
      double value = NumberText.parse(cell);
      numbers++;
      small += Math.abs(value) <= LARGEST_RETURN ? 1 : 0;
      negative += value < 0 ? 1 : 0;
    }
  }
}
