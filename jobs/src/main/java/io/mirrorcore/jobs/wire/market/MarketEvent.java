package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * One input record as it came, and what became of it: admitted as a bar, a tick or an option print,
 * or rejected with a reason. One type for both, because an exception in a Kafka deserializer would
 * restart the job on the same offset for ever; the first operator splits the rejects off.
 */
@TypeInfo(MarketEventTypeInfoFactory.class)
public sealed interface MarketEvent permits AdmittedEvent, RejectedEvent {

  /** What it is, or should have been. */
  RecordKind kind();

  /** Where it came from. */
  SourceRef source();

  /** The record's symbol, or "" for a reject without one. */
  String symbol();

  /**
   * Epoch milliseconds, event time, or {@link RejectedEvent#NO_TIME}. A reject must not move a
   * watermark.
   */
  long time();
}
