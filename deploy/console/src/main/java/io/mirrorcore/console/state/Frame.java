package io.mirrorcore.console.state;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What changed in a quarter of a second, as it goes to every reader; or, in the place of what is no
 * longer known, that the reader has to begin anew.
 *
 * @param seq number of what the reader knows behind it
 * @param event the server-sent event as it is, UTF-8; shared by all readers, nobody may change it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they are sent, never compared
public record Frame(long seq, byte[] event) {

  /**
   * A change.
   *
   * @param json the object with {@code seq} and {@code ops}, without a line break
   */
  static Frame delta(long seq, byte[] json) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(json.length + 48);
    event.writeBytes(bytes("id: " + seq + "\nevent: delta\ndata: "));
    event.writeBytes(json);
    event.writeBytes(bytes("\n\n"));
    return new Frame(seq, event.toByteArray());
  }

  static Frame resync(long seq) {
    return new Frame(seq, bytes("event: resync\ndata: {\"seq\":" + seq + "}\n\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
