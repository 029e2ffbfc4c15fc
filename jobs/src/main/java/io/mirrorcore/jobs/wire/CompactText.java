package io.mirrorcore.jobs.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Strings as one length byte and Latin-1, which symbols and topics nearly always are: copied as a
 * block, where Flink's own form goes through every character. All others take Flink's form.
 */
final class CompactText {

  private static final int OTHER = 255;

  private CompactText() {}

  static void write(String text, DataOutputView out) throws IOException {
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

  static String read(DataInputView in) throws IOException {
    int length = in.readUnsignedByte();
    if (length == OTHER) {
      return StringValue.readString(in);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
