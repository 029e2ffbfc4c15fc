package io.mirrorcore.jobs.wire.avro;

import io.mirrorcore.jobs.wire.reject.Rejection;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What tells the schema of a value: a byte 0 and an id of four bytes before it, as Confluent's
 * clients write it, or a byte 1 and a GUID of sixteen in the header {@value #HEADER}, and then
 * nothing before it.
 */
public final class Framing {

  /** Kafka header of newer clients. */
  public static final String HEADER = "__value_schema_id";

  static final int PREFIX_BYTES = 5;

  private static final byte ID = 0;
  private static final byte GUID = 1;
  private static final int GUID_BYTES = 16;

  private Framing() {}

  static byte[] prefix(int id) {
    return ByteBuffer.allocate(PREFIX_BYTES).put(ID).putInt(id).array();
  }

  /** The id before a value. */
  static int id(byte[] value) throws Rejection {
    if (value.length < PREFIX_BYTES || value[0] != ID) {
      String have =
          value.length == 0 ? "nothing" : "byte " + (value[0] & 0xFF) + " of " + value.length;
      throw Rejection.malformed(
          "Avro of a registry must begin with a byte 0 and an id of 4 bytes; this begins with "
              + have);
    }
    return ByteBuffer.wrap(value).getInt(1);
  }

  /** The GUID in a header. */
  static String guid(byte[] header) throws Rejection {
    if (header.length != 1 + GUID_BYTES || header[0] != GUID) {
      throw Rejection.malformed(
          "header %s must be a byte 1 and 16 bytes of a GUID; have %d bytes"
              .formatted(HEADER, header.length));
    }
    String digits = HexFormat.of().formatHex(header, 1, header.length);
    return String.join(
        "-",
        digits.substring(0, 8),
        digits.substring(8, 12),
        digits.substring(12, 16),
        digits.substring(16, 20),
        digits.substring(20));
  }
}
