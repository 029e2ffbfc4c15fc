package io.mirrorcore.jobs.wire.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A CSV file (RFC 4180, UTF-8, .gz or plain) with a header line, row by row and never as a whole. A
 * broken row is a {@link CsvRow} with a defect and keeps its bytes; only a file without its header
 * is an error. White space around a cell does not count; empty lines are skipped.
 */
public final class CsvFile implements Closeable {

  private static final ObjectReader QUOTED =
      new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);

  private final Path file;
  private final CsvLines lines;
  private final CsvHeader header;
  private final byte[] headerLine;

  private CsvFile(Path file, CsvLines lines, CsvHeader header, byte[] headerLine) {
    this.headerLine = headerLine;
    this.file = file;
    this.lines = lines;
    this.header = header;
  }

  /** Opens a file of input records; the columns that its kind must have must be there. */
  public static CsvFile open(Path file, RecordKind kind) throws IOException {
    return open(file, WireField.required(kind));
  }

  /**
   * Opens a file of anything.
   *
   * @throws CsvException when it is absent, empty, or lacks one of the columns
   */
  public static CsvFile open(Path file, Collection<String> required) throws IOException {
    return of(stream(file), file, required);
  }

  /**
   * Reads input records from a stream that someone else has opened and unpacked; closing this
   * closes it.
   *
   * @param file what rows and errors call it
   */
  public static CsvFile ofText(InputStream text, Path file, RecordKind kind) throws IOException {
    return ofText(text, file, WireField.required(kind));
  }

  /** Reads rows of anything from such a stream. */
  public static CsvFile ofText(InputStream text, Path file, Collection<String> required)
      throws IOException {
    return of(text, file, required);
  }

  private static CsvFile of(InputStream text, Path file, Collection<String> required)
      throws IOException {
    CsvLines lines = new CsvLines(text);
    try {
      CsvLines.Line first = line(file, lines);
      CsvHeader header = header(file, first);
      header.require(required);
      return new CsvFile(file, lines, header, first.bytes());
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  /** The bytes of a file, unpacked where its name ends in .gz. */
  public static InputStream stream(Path file) throws IOException {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new CsvException(file + " does not exist", e);
    }
    try {
      return unpacked(new BufferedInputStream(in), file);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The text in the bytes of a file, which are packed where its name ends in {@code .gz}.
   *
   * @throws CsvException when they should be packed and are not
   */
  public static InputStream unpacked(InputStream bytes, Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return bytes;
    }
    try {
      return new GZIPInputStream(bytes, 1 << 16);
    } catch (ZipException | EOFException e) {
      throw new CsvException(file + " is no gzip file, though its name ends in .gz", e);
    }
  }

  /** The next record; of packed bytes that are damaged all before the damage have been given. */
  private static CsvLines.Line line(Path file, CsvLines lines) throws IOException {
    try {
      return lines.next();
    } catch (ZipException | EOFException e) {
      throw new CsvException(
          "%s is damaged or cut short: it cannot be unpacked behind line %d (%s)"
              .formatted(file, lines.count(), e.getMessage()),
          e);
    }
  }

  private static CsvHeader header(Path file, CsvLines.Line line) throws IOException {
    if (line == null) {
      throw new CsvException(file + " is empty; it must begin with a header line");
    }
    String text = new String(line.bytes(), StandardCharsets.UTF_8);
    List<String> names;
    try {
      names = cells(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException e) {
      throw new CsvException(
          file + " must begin with a header line; that line is no valid CSV: " + defect(e), e);
    }
    return new CsvHeader(file, names);
  }

  /** The line of the names as it stands in the file. Not to be changed. */
  public byte[] headerLine() {
    return headerLine;
  }

  /** Names of the columns in the order of the file. */
  public List<String> columns() {
    return header.names();
  }

  /** The next row, or null at the end. */
  public CsvRow next() throws IOException {
    CsvLines.Line line = line(file, lines);
    while (line != null && line.bytes().length == 0) {
      line = line(file, lines);
    }
    return line == null ? null : row(line);
  }

  private CsvRow row(CsvLines.Line line) {
    byte[] raw = line.bytes();
    String text = new String(raw, StandardCharsets.UTF_8);
    if (line.isOpen()) {
      return CsvRow.defective(header, line.line(), raw, "a quote is opened and never closed");
    }
    if (text.indexOf('\uFFFD') >= 0) {
      return CsvRow.defective(header, line.line(), raw, "a row must be UTF-8");
    }
    try {
      return CsvRow.of(header, line.line(), raw, cells(text));
    } catch (IOException e) {
      return CsvRow.defective(header, line.line(), raw, "no valid CSV: " + defect(e));
    }
  }

  /** What is wrong, without the library's own idea of where. */
  private static String defect(IOException e) {
    return e instanceof JsonProcessingException library
        ? library.getOriginalMessage()
        : e.getMessage();
  }

  private static List<String> cells(String text) throws IOException {
    return text.indexOf('"') < 0 ? split(text) : unquoted(text);
  }

  /** A record without quotes, which nearly all of them are: five times faster than a parser. */
  private static List<String> split(String text) {
    List<String> cells = new ArrayList<>(12);
    int start = 0;
    for (int end = text.indexOf(','); end >= 0; end = text.indexOf(',', start)) {
      cells.add(text.substring(start, end).strip());
      start = end + 1;
    }
    cells.add(text.substring(start).strip());
    return cells;
  }

  private static List<String> unquoted(String text) throws IOException {
    try (MappingIterator<String[]> records = QUOTED.readValues(text)) {
      List<String[]> all = records.readAll();
      if (all.size() != 1) {
        throw new IOException("a quote inside of a cell must be doubled");
      }
      return Arrays.stream(all.get(0)).map(String::strip).toList();
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
