package io.mirrorcore.jobs.wire.returns;

import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvLines;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file of strategy returns, record by record: CSV (see {@link ReturnsParser}), or the JSON lines
 * of the topic where the name ends in {@code .json} or {@code .jsonl}; either may be gzipped.
 */
public final class ReturnsFile implements Closeable {

  /** Next record, or null at the end. */
  private interface Records extends Closeable {
    ReturnsEvent next() throws IOException;
  }

  private final Records records;
  private final List<String> columns;
  private final byte[] headerLine;

  private ReturnsFile(Records records, List<String> columns, byte[] headerLine) {
    this.headerLine = headerLine;
    this.records = records;
    this.columns = columns;
  }

  /**
   * Opens a file.
   *
   * @param maxBytes of one record; a larger one is refused
   * @throws CsvException when it is absent, empty, or has no column of times
   */
  public static ReturnsFile open(Path file, int maxBytes, InputTimes times) throws IOException {
    return ofText(CsvFile.stream(file), file, maxBytes, times);
  }

  /** The same, where rows may miss returns: an empty cell, {@code NaN}, {@code NA} or the like. */
  public static ReturnsFile openWithHoles(Path file, int maxBytes, InputTimes times)
      throws IOException {
    ReturnsParser parser = ReturnsParser.withHoles(maxBytes, times.ofReturns());
    return of(CsvFile.stream(file), file, parser);
  }

  /** Reads from a stream that someone else has opened and unpacked; closing this closes it. */
  static ReturnsFile ofText(InputStream text, Path file, int maxBytes, InputTimes times)
      throws IOException {
    return of(text, file, new ReturnsParser(maxBytes, times.ofReturns()));
  }

  private static ReturnsFile of(InputStream text, Path file, ReturnsParser parser)
      throws IOException {
    if (isJson(file)) {
      return new ReturnsFile(lines(text, file, parser), List.of(), null);
    }
    CsvFile rows = CsvFile.ofText(text, file, Set.of());
    String time = ReturnsParser.timeColumn(rows.columns());
    if (time == null) {
      rows.close();
      throw new CsvException(
          "%s lacks the column time (or date, datetime, timestamp); its header line is %s"
              .formatted(file, Rejection.quoted(String.join(",", rows.columns()))));
    }
    List<String> strategies =
        rows.columns().stream()
            .filter(column -> !column.equals(time) && ReturnsParser.isStrategy(column))
            .toList();
    return new ReturnsFile(rows(rows, parser), strategies, rows.headerLine());
  }

  private static boolean isJson(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return name.endsWith(".json") || name.endsWith(".jsonl");
  }

  private static Records lines(InputStream text, Path file, ReturnsParser parser) {
    CsvLines lines = new CsvLines(text);
    String name = file.getFileName().toString();
    return new Records() {
      @Override
      public ReturnsEvent next() throws IOException {
        CsvLines.Line line = lines.nextLine();
        while (line != null && line.bytes().length == 0) {
          line = lines.nextLine();
        }
        return line == null
            ? null
            : parser.parse(new SourceRef(name, 0, line.line()), line.bytes());
      }

      @Override
      public void close() throws IOException {
        lines.close();
      }
    };
  }

  private static Records rows(CsvFile rows, ReturnsParser parser) {
    return new Records() {
      @Override
      public ReturnsEvent next() throws IOException {
        CsvRow row = rows.next();
        return row == null ? null : parser.parse(row);
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }

  /** Strategies in the order of the columns; empty where the file has no columns. */
  public List<String> strategies() {
    return columns;
  }

  /** The line of the columns' names as it stands in the file, or null where it has none. */
  public byte[] headerLine() {
    return headerLine;
  }

  /** The next record, good or rejected, or null at the end. */
  public ReturnsEvent next() throws IOException {
    return records.next();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
