package io.mirrorcore.local.redrive;

import java.util.Optional;

/**
 * The verdict on a record that is to be sent again: the job would take it, or refuse it for a
 * reason.
 *
 * @param resend the record, when the job would take it
 * @param reason else why not: the name of a reject reason, or UNKNOWN_TOPIC
 * @param detail and one sentence about it
 */
public record ResendVerdict(Optional<Resend> resend, String reason, String detail) {

  static ResendVerdict good(Resend resend) {
    return new ResendVerdict(Optional.of(resend), "", "");
  }

  static ResendVerdict refused(String reason, String detail) {
    return new ResendVerdict(Optional.empty(), reason, detail);
  }
}
