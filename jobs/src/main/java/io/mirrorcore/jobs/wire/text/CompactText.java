package io.mirrorcore.jobs.wire.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Compact encoding of strings: one length byte and Latin-1, copied as a block, where Flink's own
 * encoding goes through every character. Symbols and topics nearly always fit; a string that does
 * not takes Flink's encoding.
 */
public final class CompactText {

  private static final int OTHER = 255;

  private CompactText() {}

  public static void write(String text, DataOutputView out) throws IOException {
    if (text.length() < OTHER && isLatin1(text)) {
      out.writeByte(text.length());
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      out.writeByte(OTHER);
      StringValue.writeString(text, out);
    }
  }

  private static boolean isLatin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  public static String read(DataInputView in) throws IOException {
    int length = in.readUnsignedByte();
    if (length == OTHER) {
      return readOther(in);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * Flink's own form: the length plus one, then the characters, each in groups of seven bits. Not
   * by Flink's own reader, which takes memory for as many characters as damaged bytes claim.
   */
  private static String readOther(DataInputView in) throws IOException {
    int length = readGroups(in) - 1;
    if (length < 0) {
      throw new IOException("a text must have a length of at least 0; have " + length);
    }
    StringBuilder text = new StringBuilder(Math.min(length, 1 << 10));
    while (text.length() < length) {
      text.append((char) readGroups(in));
    }
    return text.toString();
  }

  private static int readGroups(DataInputView in) throws IOException {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int group = in.readUnsignedByte();
      value |= (group & 0x7F) << shift;
      if (group < 0x80) {
        return value;
      }
    }
    throw new IOException("a number must have at most 5 groups of seven bits");
  }
}
