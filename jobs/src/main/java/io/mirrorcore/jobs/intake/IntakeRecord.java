package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;

/**
 * One record of a file as a job will see it.
 *
 * @param source where it stands
 * @param raw its bytes
 * @param symbol or "" where it has none
 * @param time epoch milliseconds; of no meaning for a reject
 * @param reason why it is refused, or null
 * @param detail one sentence about that, or empty
 * @param bar what it says, where it is a bar that counts; else null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came
record IntakeRecord(
    SourceRef source,
    byte[] raw,
    String symbol,
    long time,
    RejectReason reason,
    String detail,
    Bar bar) {

  boolean isRejected() {
    return reason != null;
  }
}
