package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A dead letter as people see and correct it: one line of JSON. Only topic and payload matter when
 * it is read back.
 *
 * @param topic where the record came from, and goes back to
 * @param partition its partition
 * @param offset its offset
 * @param reason why it was refused
 * @param detail one sentence: field, rule, value
 * @param payload the record as a text; who repairs it may also make it a JSON object
 * @param payloadBase64 the record's bytes where they are no UTF-8; read where there is no payload
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came, only ever written out
record RepairLine(
    String topic,
    Integer partition,
    Long offset,
    RejectReason reason,
    String detail,
    Object payload,
    byte[] payloadBase64) {

  static RepairLine of(DeadLetter letter) {
    String text = text(letter.raw());
    return new RepairLine(
        letter.topic(),
        letter.partition(),
        letter.offset(),
        letter.reason(),
        letter.detail(),
        text,
        text == null ? letter.raw() : null);
  }

  /** The text of the bytes, or null where they are no UTF-8. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The bytes to send, or null where the line has none. */
  byte[] bytes() {
    if (payload instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    return payload instanceof Map<?, ?> object ? Json.encode(object) : payloadBase64;
  }
}
