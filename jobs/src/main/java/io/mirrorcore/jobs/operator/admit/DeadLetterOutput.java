package io.mirrorcore.jobs.operator.admit;

import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.time.ZoneId;
import org.apache.flink.util.OutputTag;

/** The side output on which every operator puts what it refuses. */
public final class DeadLetterOutput {

  public static final OutputTag<DeadLetter> TAG = new OutputTag<>("dead-letters") {};

  private DeadLetterOutput() {}

  /** Of a trade whose id has been seen. */
  public static DeadLetter again(AdmittedEvent trade, ZoneId expiryZone) {
    String detail =
        "a trade of %s with time %d has an id that has been seen before: it counts once"
            .formatted(trade.symbol(), trade.time());
    return DeadLetter.of(trade.rejectedAs(RejectReason.DUPLICATE, detail, expiryZone));
  }

  public static DeadLetter duplicate(AdmittedEvent bar, ZoneId expiryZone) {
    String detail =
        "a bar of " + bar.symbol() + " with time " + bar.time() + " has been seen before";
    return DeadLetter.of(bar.rejectedAs(RejectReason.DUPLICATE, detail, expiryZone));
  }
}
