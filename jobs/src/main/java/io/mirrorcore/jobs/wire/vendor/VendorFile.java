package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * A file as its vendor wrote it, record by record: delimited text, JSON lines, or one JSON value
 * that holds lists of records; plain or .gz. What it is shows in its first bytes, not in its name.
 */
public final class VendorFile implements Closeable {

  private static final int HEAD = 1 << 16;

  private final Path file;
  private final VendorRecords records;
  private final InputStream bytes;
  private final ArrayDeque<VendorRecord> waiting = new ArrayDeque<>();

  private VendorFile(Path file, VendorRecords records, InputStream bytes) {
    this.file = file;
    this.records = records;
    this.bytes = bytes;
  }

  /**
   * Opens a file.
   *
   * @throws io.mirrorcore.jobs.wire.csv.CsvException when it is absent, empty or no text
   */
  public static VendorFile open(Path file, ColumnMapping mapping) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(CsvFile.stream(file), HEAD);
    try {
      bytes.mark(HEAD);
      String head = new String(bytes.readNBytes(HEAD), StandardCharsets.UTF_8);
      bytes.reset();
      VendorRecords records =
          isJson(head)
              ? JsonFile.open(file, bytes, head, mapping)
              : DelimitedFile.open(file, bytes, mapping);
      return new VendorFile(file, records, bytes);
    } catch (ZipException | EOFException e) {
      bytes.close();
      throw damaged(file, e);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static CsvException damaged(Path file, IOException e) {
    return new CsvException(
        "%s is damaged or cut short: it cannot be unpacked to its end (%s)"
            .formatted(file, e.getMessage()),
        e);
  }

  private static boolean isJson(String head) {
    String text = head.startsWith("\uFEFF") ? head.substring(1).strip() : head.strip();
    return text.startsWith("{") || text.startsWith("[");
  }

  /** Names of the columns of delimited text; of JSON none are known before its records. */
  public List<String> columns() {
    return records.columns();
  }

  /** Whether there are columns and the file does not name them. */
  public boolean isHeadless() {
    return records.isHeadless();
  }

  /** Whether numbers may have a comma before their decimals. */
  public boolean hasDecimalComma() {
    return records.hasDecimalComma();
  }

  /** The next record, or null at the end. */
  public VendorRecord next() throws IOException {
    try {
      while (waiting.isEmpty() && records.read(waiting::add)) {
        // a line may hold no record, or many
      }
    } catch (ZipException | EOFException e) {
      throw damaged(file, e);
    }
    return waiting.poll();
  }

  /** The symbol that a file's name has in it, where a column has none. */
  public static String symbol(Path file, ColumnMapping mapping) {
    String name = file.getFileName().toString();
    if (mapping.symbols().ofName() != null) {
      Matcher found = Pattern.compile(mapping.symbols().ofName()).matcher(name);
      if (found.matches() && found.group(1) != null) {
        return found.group(1).toUpperCase(Locale.ROOT);
      }
    }
    String stem = name.replaceFirst("(?i)(\\.(csv|txt|tsv|jsonl?|ndjson))?(\\.gz)?$", "");
    return stem.strip().replaceAll("\\s+", "_");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
