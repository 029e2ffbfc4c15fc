package io.mirrorcore.jobs.operator.admit;

import io.mirrorcore.jobs.operator.PartitionClock;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The operator that admits good records and decides which are late, per partition and in the
 * partition's own order.
 *
 * <p>A record is late when its time is more than the allowed out-of-orderness behind the newest of
 * its <em>partition</em>. If the watermark decided instead, the answer would depend on the pace of
 * other partitions and on the timing of watermarks, and two runs over the same input could differ.
 * An admitted record is always ahead of the watermark, because the source's watermark trails each
 * partition by the same bound.
 *
 * <p>A late bar is passed on, marked: only the keyed operator knows whether it is a second copy.
 */
public final class AdmitFunction extends ProcessFunction<MarketEvent, AdmittedEvent>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private final long outOfOrdernessMs;
  private final long coveredUntil;
  private final LateLetters late;
  private transient Map<Partition, Long> newest;
  private transient ListState<PartitionClock> clocks;

  /**
   * @param late with the bound of the source's watermarks
   * @param coveredUntil time up to which a history has been taken in, epoch milliseconds: what is
   *     not later is refused, and for that reason; the least number where there is none. Of an
   *     adjustment its day counts, not when it was announced
   */
  public AdmitFunction(LateLetters late, long coveredUntil) {
    this.coveredUntil = coveredUntil;
    this.outOfOrdernessMs = late.outOfOrderness().toMillis();
    this.late = late;
  }

  @Override
  public void processElement(MarketEvent event, Context context, Collector<AdmittedEvent> out) {
    if (event instanceof RejectedEvent rejected) {
      context.output(DeadLetterOutput.TAG, DeadLetter.of(rejected));
    } else if (event.time() <= coveredUntil && event.kind() != RecordKind.ADJUSTMENT) {
      context.output(DeadLetterOutput.TAG, late.covered((AdmittedEvent) event, coveredUntil));
    } else {
      admit((AdmittedEvent) event, context, out);
    }
  }

  private void admit(AdmittedEvent event, Context context, Collector<AdmittedEvent> out) {
    Partition partition = new Partition(event.source().topic(), event.source().partition());
    long reached = newest.merge(partition, event.time(), Math::max);
    if (event.time() >= reached - outOfOrdernessMs) {
      out.collect(event);
    } else if (event.kind() == RecordKind.BAR) {
      out.collect(event.asLate());
    } else {
      context.output(DeadLetterOutput.TAG, late.outOfOrder(event));
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    newest = new TreeMap<>(Partition.ORDER);
    // Every subtask reads all clocks, because a partition may be another subtask's after a restore;
    // the newest of several for one partition is the right one, since clocks only go forward.
    clocks =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("partition-clocks", PartitionClock.class));
    for (PartitionClock clock : clocks.get()) {
      newest.merge(new Partition(clock.topic(), clock.partition()), clock.newest(), Math::max);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    clocks.clear();
    for (Map.Entry<Partition, Long> clock : newest.entrySet()) {
      Partition partition = clock.getKey();
      clocks.add(new PartitionClock(partition.topic(), partition.number(), clock.getValue()));
    }
  }

  private record Partition(String topic, int number) {
    static final Comparator<Partition> ORDER =
        Comparator.comparing(Partition::topic).thenComparingInt(Partition::number);
  }
}
