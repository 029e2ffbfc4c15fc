package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.csv.CsvText;
import io.mirrorcore.jobs.wire.csv.FramedLines;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.RecordMapper;
import io.mirrorcore.jobs.wire.vendor.VendorFile;
import io.mirrorcore.jobs.wire.vendor.VendorRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writer of a table of strategy returns, as pandas writes one, in the form of the files that are
 * read here: its index of times is called {@code time} and comes first. A row without any return,
 * with which every table of changes begins, is left out.
 */
final class PlainReturns {

  private final ColumnMapping mapping;
  private final InputTimes times;
  private long without;

  PlainReturns(ColumnMapping mapping, InputTimes times) {
    this.mapping = mapping;
    this.times = times;
  }

  /** Writes the table into a directory. */
  Path write(Path file, Path directory) throws IOException {
    Path plain = directory.resolve(file.getFileName().toString().replaceFirst("(?i)\\.gz$", ""));
    try (VendorFile rows = VendorFile.open(file, mapping);
        FramedLines out =
            new FramedLines(new BufferedOutputStream(Files.newOutputStream(plain), 1 << 16))) {
      requireOnce(file, rows.columns());
      String index = index(file, rows.columns());
      List<String> columns = rows.columns().stream().filter(name -> !name.equals(index)).toList();
      out.write(1, line("time", columns));
      RecordMapper mapper = new RecordMapper(mapping, times, rows.hasDecimalComma());
      for (VendorRecord row = rows.next(); row != null; row = rows.next()) {
        write(row, columns, mapper, out);
      }
    }
    return plain;
  }

  private static void requireOnce(Path file, List<String> columns) throws CsvException {
    for (String name : columns) {
      if (columns.indexOf(name) != columns.lastIndexOf(name)) {
        throw new CsvException(
            file + " has the column " + name + " twice; leave one, or rename it");
      }
    }
  }

  private String index(Path file, List<String> columns) throws CsvException {
    return columns.stream()
        .filter(mapping.columns().get(WireField.TIME)::isNamed)
        .findFirst()
        .or(() -> columns.stream().findFirst())
        .orElseThrow(() -> new CsvException(file + " has no columns; give a table as CSV"));
  }

  private void write(
      VendorRecord record, List<String> columns, RecordMapper mapper, FramedLines out)
      throws IOException {
    List<String> cells =
        columns.stream()
            .map(name -> record.row().value(name))
            .map(cell -> cell == null ? "" : mapper.number(cell))
            .toList();
    if (cells.stream().allMatch(cell -> cell.isEmpty() || cell.equalsIgnoreCase("nan"))) {
      without++;
      return;
    }
    out.write(record.line(), line(time(record, mapper), cells));
  }

  private static String time(VendorRecord record, RecordMapper mapper) {
    try {
      return mapper.written(mapper.stamp(record.row()));
    } catch (Rejection e) {
      return mapper.timeText(record.row());
    }
  }

  private static byte[] line(String first, List<String> cells) {
    String rest = cells.stream().map(CsvText::cell).collect(Collectors.joining(","));
    return (CsvText.cell(first) + "," + rest).getBytes(StandardCharsets.UTF_8);
  }

  /** What was done that the owner should know. */
  List<String> notes() {
    return without == 0
        ? List.of()
        : List.of("%,d rows without any return were left out".formatted(without));
  }
}
