package io.mirrorcore.jobs.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A byte array written as its length and its bytes. The length is not trusted when it is read:
 * memory is allocated as bytes arrive, so that damaged data end in an IOException and not in an
 * OutOfMemoryError.
 */
public final class SizedBytes {

  private static final int CHUNK = 1 << 16;

  private SizedBytes() {}

  /** Writes the length, then the bytes. */
  public static void write(byte[] bytes, DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the length is negative, or larger than what follows
   */
  public static byte[] read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("a length must be at least 0; have " + length);
    }
    byte[] bytes = new byte[Math.min(length, CHUNK)];
    in.readFully(bytes);
    for (int have = bytes.length; have < length; have = bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * have));
      in.readFully(bytes, have, bytes.length - have);
    }
    return bytes;
  }
}
