package io.mirrorcore.jobs.wire.csv;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a CSV file record by record. A record ends at a line end outside of quotes; doubled
 * quotes inside a quoted cell keep the count even, so counting quotes is enough. Where a quote is
 * never closed only its first line is taken for the record, instead of the rest of the file.
 *
 * <p>What {@link FramedLines} has written is read as well, each record as it was once found.
 */
public final class CsvLines implements Closeable {

  /** Longest line and longest quoted record; what is behind it is skipped. */
  static final int MAX_BYTES = 1 << 20;

  /**
   * One record.
   *
   * @param line number of its first line, from 1
   * @param bytes without the line end
   * @param quotes how many quotes are in it
   */
  @SuppressWarnings("ArrayRecordComponent") // a buffer on its way
  public record Line(long line, byte[] bytes, int quotes) {

    boolean isOpen() {
      return quotes % 2 == 1;
    }
  }

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long line;
  private boolean begun;
  private boolean framed;
  private final ArrayDeque<Line> pending = new ArrayDeque<>();

  public CsvLines(InputStream in) {
    this.in = in;
  }

  /** The next record, or null at the end. */
  Line next() throws IOException {
    Line first = nextLine();
    return first == null || !first.isOpen() || framed ? first : joined(first);
  }

  /** Lines read so far, the header with them. */
  long count() {
    return line;
  }

  private Line joined(Line first) throws IOException {
    List<Line> parts = new ArrayList<>(List.of(first));
    long size = first.bytes().length;
    while (size <= MAX_BYTES) {
      Line part = nextLine();
      if (part == null) {
        break;
      }
      parts.add(part);
      size += part.bytes().length + 1;
      if (part.isOpen()) {
        return join(parts);
      }
    }
    for (int i = parts.size() - 1; i > 0; i--) {
      pending.addFirst(parts.get(i));
    }
    return first;
  }

  private static Line join(List<Line> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int quotes = 0;
    for (Line part : parts) {
      if (quotes > 0) {
        bytes.write('\n');
      }
      bytes.writeBytes(part.bytes());
      quotes += part.quotes();
    }
    return new Line(parts.get(0).line(), bytes.toByteArray(), quotes);
  }

  /** The next line, or null at the end, whatever quotes are in it. */
  public Line nextLine() throws IOException {
    if (!begun) {
      begin();
    }
    if (framed) {
      return readFrame();
    }
    return pending.isEmpty() ? readLine() : pending.removeFirst();
  }

  private void begin() throws IOException {
    begun = true;
    limit = in.readNBytes(buffer, 0, FramedLines.MAGIC.length);
    framed = Arrays.equals(buffer, 0, limit, FramedLines.MAGIC, 0, FramedLines.MAGIC.length);
    position = framed ? limit : 0;
  }

  private Line readFrame() throws IOException {
    int first = read();
    if (first < 0) {
      return null;
    }
    long number = first;
    for (int i = 1; i < Long.BYTES; i++) {
      number = number << 8 | read();
    }
    byte[] bytes = new byte[read() << 24 | read() << 16 | read() << 8 | read()];
    int quotes = 0;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) read();
      quotes += bytes[i] == '"' ? 1 : 0;
    }
    line++;
    return new Line(number, bytes, quotes);
  }

  private Line readLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    int quotes = 0;
    boolean any = false;
    for (int b = read(); b >= 0; b = read()) {
      any = true;
      if (b == '\n') {
        break;
      }
      if (bytes.size() < MAX_BYTES) {
        bytes.write(b);
        quotes += b == '"' ? 1 : 0;
      }
    }
    return any ? new Line(++line, withoutReturn(bytes.toByteArray()), quotes) : null;
  }

  private static byte[] withoutReturn(byte[] bytes) {
    int last = bytes.length - 1;
    return last >= 0 && bytes[last] == '\r' ? Arrays.copyOf(bytes, last) : bytes;
  }

  private int read() throws IOException {
    if (position == limit) {
      position = 0;
      limit = 0; // also where reading fails: nothing is given out twice
      limit = Math.max(0, in.read(buffer));
      if (limit == 0) {
        return -1;
      }
    }
    return buffer[position++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
