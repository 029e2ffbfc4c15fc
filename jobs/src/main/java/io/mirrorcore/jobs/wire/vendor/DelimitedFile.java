package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.columns.ColumnNames;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.csv.CsvLines;
import io.mirrorcore.jobs.wire.reject.WireField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Delimited text: with a header line, without one, with the two that pandas writes for several
 * symbols side by side, or with a column for each symbol.
 */
final class DelimitedFile implements VendorRecords {

  private static final Pattern VALUE = Pattern.compile("[-+]?[\\d.][\\d.,:/TZ eE+-]*");

  private final CsvLines lines;
  private final ColumnMapping mapping;
  private final char separator;
  private final ColumnNames names;
  private final StackedHeader stacked; // or null
  private CsvLines.Line pending; // the first line where it is a record
  private boolean headless;

  private DelimitedFile(
      CsvLines lines,
      ColumnMapping mapping,
      char separator,
      ColumnNames names,
      StackedHeader stacked) {
    this.lines = lines;
    this.mapping = mapping;
    this.separator = separator;
    this.names = names;
    this.stacked = stacked;
  }

  static DelimitedFile open(Path file, InputStream bytes, ColumnMapping mapping)
      throws IOException {
    CsvLines lines = new CsvLines(bytes);
    CsvLines.Line first = lines.nextLine();
    while (first != null && text(first).isBlank()) {
      first = lines.nextLine();
    }
    if (first == null) {
      throw new CsvException(file + " is empty; it must hold records");
    }
    if (text(first).indexOf('\0') >= 0 || text(first).indexOf('\uFFFD') >= 0) {
      throw new CsvException(
          file + " is no text in UTF-8 (is it UTF-16, or packed?): save it as UTF-8");
    }
    char separator = DelimitedText.separator(text(first));
    List<String> cells = DelimitedText.cells(text(first), separator);
    if (!isHeader(cells, mapping)) {
      ColumnNames names = new ColumnNames(headless(cells.size(), mapping));
      DelimitedFile rows = new DelimitedFile(lines, mapping, separator, names, null);
      rows.pending = first;
      rows.headless = true;
      return rows;
    }
    StackedHeader stacked = StackedHeader.read(cells, lines, separator);
    return new DelimitedFile(lines, mapping, separator, new ColumnNames(cells), stacked);
  }

  private static String text(CsvLines.Line line) {
    String text = new String(line.bytes(), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A line is a header where no cell of it is a number or a date, or a cell is a known name. */
  private static boolean isHeader(List<String> cells, ColumnMapping mapping) {
    ColumnNames names = new ColumnNames(cells);
    return mapping.names().stream().anyMatch(names::has)
        || cells.stream().noneMatch(DelimitedFile::isValue);
  }

  private static boolean isValue(String cell) {
    return VALUE.matcher(cell).matches();
  }

  private static List<String> headless(int columns, ColumnMapping mapping) {
    return IntStream.range(0, columns)
        .mapToObj(i -> i < mapping.header().size() ? mapping.header().get(i) : "#" + (i + 1))
        .toList();
  }

  @Override
  public List<String> columns() {
    return stacked == null ? names.all() : stacked.names();
  }

  @Override
  public boolean isHeadless() {
    return headless;
  }

  @Override
  public boolean hasDecimalComma() {
    return separator != ',';
  }

  @Override
  public boolean read(Consumer<VendorRecord> out) throws IOException {
    CsvLines.Line line = pending == null ? lines.nextLine() : pending;
    pending = null;
    if (line == null) {
      return false;
    }
    String text = text(line);
    if (!text.isBlank()) {
      rows(DelimitedText.cells(text, separator))
          .forEach(row -> out.accept(new VendorRecord(line.line(), row, null)));
    }
    return true;
  }

  private List<VendorRow> rows(List<String> cells) {
    if (stacked != null) {
      return stacked.rows(cells);
    }
    DelimitedRow row = new DelimitedRow(names, cells);
    return mapping.form() == ColumnMapping.Form.WIDE ? wide(row) : List.of(row);
  }

  /** One row of each column that has a value; a symbol that was not there yet has none. */
  private List<VendorRow> wide(DelimitedRow row) {
    Set<String> times = mapping.columns().get(WireField.TIME).names();
    List<VendorRow> rows = new ArrayList<>();
    int time = times.stream().mapToInt(names::index).filter(i -> i >= 0).max().orElse(0);
    for (int i = 0; i < names.all().size() && i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      if (i != time && !cell.isEmpty() && !cell.toLowerCase(Locale.ROOT).equals("nan")) {
        rows.add(new WideRow(names.all().get(i), row.cells().get(time), cell));
      }
    }
    return rows;
  }
}
