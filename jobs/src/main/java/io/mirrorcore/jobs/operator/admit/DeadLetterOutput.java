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

  /**
   * A record that came after its time. Its detail does not name the watermark: that depends on the
   * pace of the run, and a dead letter should not.
   */
  public static DeadLetter late(AdmittedEvent event, ZoneId expiryZone) {
    String detail =
        event.kind()
            + " of "
            + event.symbol()
            + " with time "
            + event.time()
            + " came after its partition had passed it by more than time.out-of-orderness;"
            + " raise that if such delays are normal";
    return DeadLetter.of(event.rejectedAs(RejectReason.LATE, detail, expiryZone));
  }

  public static DeadLetter duplicate(AdmittedEvent bar, ZoneId expiryZone) {
    String detail =
        "a bar of " + bar.symbol() + " with time " + bar.time() + " has been seen before";
    return DeadLetter.of(bar.rejectedAs(RejectReason.DUPLICATE, detail, expiryZone));
  }
}
