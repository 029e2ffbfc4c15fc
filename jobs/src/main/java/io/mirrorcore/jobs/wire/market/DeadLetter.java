package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;

/**
 * A record that the pipeline refused, as the dead-letter topic has it: enough to find it, to
 * understand it and to feed it again.
 *
 * @param topic where it came from; a file's name offline
 * @param partition its partition, 0 for a file
 * @param offset its offset; a file's line number
 * @param kind what it should have been; null for a record of strategy returns
 * @param reason why it was refused
 * @param detail one sentence: field, rule, value
 * @param raw its bytes (base64 in JSON); of an OVERSIZE record the first ones
 * @param time epoch milliseconds, event time, or null where it could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came, only ever written out
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    RecordKind kind,
    RejectReason reason,
    String detail,
    byte[] raw,
    Long time) {

  /** The dead letter of a rejected event. */
  public static DeadLetter of(RejectedEvent rejected) {
    SourceRef source = rejected.source();
    return new DeadLetter(
        source.topic(),
        source.partition(),
        source.offset(),
        rejected.kind(),
        rejected.reason(),
        rejected.detail(),
        rejected.raw(),
        rejected.time() == RejectedEvent.NO_TIME ? null : rejected.time());
  }
}
