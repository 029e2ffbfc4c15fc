package io.mirrorcore.jobs.wire.returns;

import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.text.OneLine;
import io.mirrorcore.portfolio.record.StrategyReturns;

/**
 * A record of strategy returns that came from outside: good, or a reject with its reason. An
 * envelope, as {@link MarketEvent} is for market data, so that a bad record flows on to the dead
 * letters instead of stopping the job. A rare record (one a bar), hence left to Flink's serializer
 * of records.
 *
 * @param source where it came from
 * @param returns what it says, or null for a reject
 * @param reason why it was refused, or null
 * @param detail one sentence about that, or empty
 * @param raw its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came, only ever written out
public record ReturnsEvent(
    SourceRef source, StrategyReturns returns, RejectReason reason, String detail, byte[] raw) {

  static ReturnsEvent of(SourceRef source, StrategyReturns returns, byte[] raw) {
    return new ReturnsEvent(source, returns, null, "", raw);
  }

  static ReturnsEvent rejected(SourceRef source, byte[] raw, RejectReason reason, String detail) {
    return new ReturnsEvent(source, null, reason, OneLine.of(detail), raw);
  }

  /** The same record, refused by somebody who knows more than the parser. */
  public ReturnsEvent rejectedAs(RejectReason why, String sentence) {
    return rejected(source, raw, why, sentence);
  }

  public boolean isRejected() {
    return reason != null;
  }

  /** What becomes of a reject. */
  public DeadLetter deadLetter() {
    return new DeadLetter(
        source.topic(), source.partition(), source.offset(), null, reason, detail, raw, null);
  }
}
