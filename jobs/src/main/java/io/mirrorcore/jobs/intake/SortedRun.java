package io.mirrorcore.jobs.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines in order in a temporary file, read once from its beginning. */
final class SortedRun implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DataInputStream in;
  private long left;

  private SortedRun(Path file, long lines) throws IOException {
    this.file = file;
    this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    this.left = lines;
  }

  /** Gives all lines of a run, in order. */
  interface Lines {
    /** The next one, or null at the end. */
    TimedLine next() throws IOException;
  }

  static SortedRun write(Path file, Lines lines) throws IOException {
    long count = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (TimedLine line = lines.next(); line != null; line = lines.next()) {
        out.writeLong(line.time());
        out.writeLong(line.sequence());
        out.writeLong(line.line());
        out.writeInt(line.bytes().length);
        out.write(line.bytes());
        count++;
      }
    }
    return new SortedRun(file, count);
  }

  /** The next line, or null at the end. */
  TimedLine next() throws IOException {
    if (left == 0) {
      return null;
    }
    left--;
    long time = in.readLong();
    long sequence = in.readLong();
    long line = in.readLong();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new TimedLine(time, sequence, line, bytes);
  }

  /** Closes and deletes it. */
  @Override
  public void close() throws IOException {
    in.close();
    Files.deleteIfExists(file);
  }
}
