package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.nio.charset.StandardCharsets;

/** Dead letters by hand. */
final class Letters {

  static final long TIME = 1_450_967_460_000L;

  static final String BAR =
      "{\"symbol\":\"GOOG\",\"time\":1450967460000,\"open\":749.55,\"high\":749.99,"
          + "\"low\":748.54,\"close\":748.6,\"volume\":11492}";

  private Letters() {}

  static DeadLetter letter(String topic, long offset, RejectReason reason, String payload) {
    return letter(topic, offset, reason, bytes(payload));
  }

  static DeadLetter letter(String topic, long offset, RejectReason reason, byte[] payload) {
    return new DeadLetter(topic, 0, offset, RecordKind.BAR, reason, "detail", payload, null);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
