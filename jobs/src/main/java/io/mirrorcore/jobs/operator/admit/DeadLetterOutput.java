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

  public static DeadLetter duplicate(AdmittedEvent bar, ZoneId expiryZone) {
    String detail =
        "a bar of " + bar.symbol() + " with time " + bar.time() + " has been seen before";
    return DeadLetter.of(bar.rejectedAs(RejectReason.DUPLICATE, detail, expiryZone));
  }
}
