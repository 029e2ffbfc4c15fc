package io.mirrorcore.jobs.wire.avro;

import io.mirrorcore.jobs.wire.reject.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A place in the bytes of one Avro value (Apache Avro specification, Binary encoding). Apache's own
 * decoder allocates what a length claims before it looks whether so much is there, which lets 20
 * bytes of garbage take all memory of a worker: here nothing is taken that is not there.
 */
final class AvroCursor {

  /** Levels of records, arrays and maps within each other; a schema may name itself. */
  static final int DEEPEST = 64;

  private static final int MOST_BYTES_OF_A_LONG = 10;

  private byte[] bytes;
  private int at;

  /** Begins with a value, at one of its bytes. */
  void over(byte[] value, int from) {
    bytes = value;
    at = from;
  }

  int left() {
    return bytes.length - at;
  }

  /** A variable-length zig-zag number. */
  long readLong() throws Rejection {
    long raw = 0;
    for (int i = 0; i < MOST_BYTES_OF_A_LONG; i++) {
      require(1);
      byte b = bytes[at++];
      raw |= (b & 0x7FL) << (7 * i);
      if (b >= 0) {
        return (raw >>> 1) ^ -(raw & 1);
      }
    }
    throw Rejection.malformed("no Avro of its schema: a number has more than 64 bits");
  }

  double readDouble() throws Rejection {
    return Double.longBitsToDouble(littleEndian(Double.BYTES));
  }

  float readFloat() throws Rejection {
    return Float.intBitsToFloat((int) littleEndian(Float.BYTES));
  }

  private long littleEndian(int size) throws Rejection {
    require(size);
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (bytes[at + i] & 0xFFL) << (8 * i);
    }
    at += size;
    return value;
  }

  boolean readBoolean() throws Rejection {
    require(1);
    byte b = bytes[at++];
    if (b != 0 && b != 1) {
      throw Rejection.malformed("no Avro of its schema: a boolean must be 0 or 1; have " + b);
    }
    return b == 1;
  }

  String readText() throws Rejection {
    int length = length();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  byte[] readBytes() throws Rejection {
    return readFixed(length());
  }

  byte[] readFixed(int size) throws Rejection {
    require(size);
    byte[] part = Arrays.copyOfRange(bytes, at, at + size);
    at += size;
    return part;
  }

  void skip(int size) throws Rejection {
    require(size);
    at += size;
  }

  /** The length of what follows, all of which is there. */
  int length() throws Rejection {
    long length = readLong();
    if (length < 0 || length > left()) {
      throw Rejection.malformed(
          "no Avro of its schema: %d bytes are left where %d are announced"
              .formatted(left(), length));
    }
    return (int) length;
  }

  /**
   * Items of the next block of an array or map; 0 ends it. Every item has a byte at least: a block
   * of more items than bytes could keep a worker busy for years.
   */
  long block() throws Rejection {
    long count = readLong();
    if (count < 0) {
      count = -count;
      length(); // its size, for those who skip
    }
    if (count < 0 || count > left()) {
      throw Rejection.malformed(
          "no Avro of its schema: %d bytes are left where %d items are announced"
              .formatted(left(), count));
    }
    return count;
  }

  /** Which of {@code of} branches or symbols is meant. */
  int choice(int of) throws Rejection {
    long index = readLong();
    if (index < 0 || index >= of) {
      throw Rejection.malformed(
          "no Avro of its schema: one of %d kinds must follow; have number %d"
              .formatted(of, index));
    }
    return (int) index;
  }

  /** Throws unless all has been read. */
  void requireEnd() throws Rejection {
    if (left() > 0) {
      throw Rejection.malformed(
          "no Avro of its schema: %d bytes follow the record".formatted(left()));
    }
  }

  private void require(int size) throws Rejection {
    if (size > left()) {
      throw Rejection.malformed(
          "no Avro of its schema: it ends in the middle, where %d more bytes must follow"
              .formatted(size - left()));
    }
  }
}
