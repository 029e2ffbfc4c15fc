package io.mirrorcore.jobs.operator.admit;

import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts dead letters by reason, as a metric and in the tally, and lets them pass. */
public final class DeadLetterCountFunction extends RichMapFunction<DeadLetter, DeadLetter> {

  private static final long serialVersionUID = 1;

  private transient Map<RejectReason, LongCounter> counters;

  @Override
  public void open(OpenContext context) {
    counters = new EnumMap<>(RejectReason.class);
    for (RejectReason reason : RejectReason.values()) {
      counters.put(reason, Tally.register(getRuntimeContext(), reason));
    }
  }

  @Override
  public DeadLetter map(DeadLetter letter) {
    counters.get(letter.reason()).add(1L);
    return letter;
  }
}
