package io.mirrorcore.jobs.wire.csv;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writer of records that keep the numbers of the lines on which they once stood, whatever their
 * order: a dead letter of a file that was sorted names the line of the file that its owner has.
 * {@link CsvLines} reads them wherever it reads text: they begin with a byte that no text has.
 *
 * <p>Form: {@link #MAGIC}, then of each record the number of its line (8 bytes), its length (4
 * bytes) and its bytes.
 */
public final class FramedLines implements Closeable {

  static final byte[] MAGIC = {0, 'l', 'i', 'n', 'e', 's', 1};

  private final DataOutputStream out;

  /** Writes to {@code out}, which {@link #close} closes. */
  public FramedLines(OutputStream out) throws IOException {
    this.out = new DataOutputStream(out);
    this.out.write(MAGIC);
  }

  /** Writes one record. */
  public void write(long line, byte[] bytes) throws IOException {
    out.writeLong(line);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
