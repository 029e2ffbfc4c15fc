package io.mirrorcore.jobs.wire.csv;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.nio.file.Path;
import java.util.List;

/** One row of a CSV file: its cells by the names of the header, its line, its bytes. */
public final class CsvRow {

  private final CsvHeader header;
  private final long line;
  private final byte[] raw;
  private final List<String> cells;
  private final String defect;

  private CsvRow(CsvHeader header, long line, byte[] raw, List<String> cells, String defect) {
    this.header = header;
    this.line = line;
    this.raw = raw;
    this.cells = cells;
    this.defect = defect;
  }

  static CsvRow of(CsvHeader header, long line, byte[] raw, List<String> cells) {
    int columns = header.names().size();
    return cells.size() == columns
        ? new CsvRow(header, line, raw, cells, null)
        : defective(
            header, line, raw, "a row must have " + columns + " cells; have " + cells.size());
  }

  static CsvRow defective(CsvHeader header, long line, byte[] raw, String defect) {
    return new CsvRow(header, line, raw, List.of(), defect);
  }

  /** Where it stands: name of the file, line number (the header is line 1). */
  public SourceRef source() {
    return new SourceRef(fileName(header.file()), 0, line);
  }

  private static String fileName(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /** The row as it stands in the file, without its line end. Not to be changed. */
  public byte[] raw() {
    return raw;
  }

  /** The columns' names in the order of the file. */
  public List<String> columns() {
    return header.names();
  }

  /**
   * The cell of a column, or "" where the file has no such column or the cell is empty.
   *
   * @throws IllegalStateException for a row with a {@link #defect}
   */
  public String cell(String column) {
    if (defect != null) {
      throw new IllegalStateException(source() + " has no cells: " + defect);
    }
    Integer index = header.index(column);
    return index == null ? "" : cells.get(index);
  }

  /** Why it has no cells (too few, too many, broken quotes), or null when it has them. */
  public String defect() {
    return defect;
  }

  public FieldSource fields() throws Rejection {
    if (defect != null) {
      throw Rejection.malformed(defect);
    }
    return new CsvFields(this::cell);
  }
}
