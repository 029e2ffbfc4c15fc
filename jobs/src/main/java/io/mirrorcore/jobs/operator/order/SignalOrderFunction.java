package io.mirrorcore.jobs.operator.order;

import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.signal.SignalRecord;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The operator that puts the signals of one symbol into one order: by time, single-symbol
 * strategies before those of portfolios, portfolios by name. They come from two operators that run
 * at their own pace; without this, two runs would put the same records into different order under
 * one key.
 */
public final class SignalOrderFunction
    extends KeyedProcessFunction<String, SignalBatch, SignalRecord> {

  private static final long serialVersionUID = 1;

  private transient LongCounter signalCount;
  private transient Waiting<SignalBatch> waiting;

  @Override
  public void open(OpenContext context) {
    signalCount = Tally.register(getRuntimeContext(), Tally.of(Topic.SIGNALS));
    waiting =
        new Waiting<>(
            getRuntimeContext(), "waiting-signals", TypeInformation.of(SignalBatch.class));
  }

  @Override
  public void processElement(SignalBatch batch, Context context, Collector<SignalRecord> out)
      throws Exception {
    if (waiting.add(batch.time(), batch)) {
      context.timerService().registerEventTimeTimer(batch.time());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<SignalRecord> out)
      throws Exception {
    List<SignalBatch> batches = waiting.take(time);
    batches.sort(Comparator.comparing(SignalBatch::origin));
    for (SignalBatch batch : batches) {
      batch.signals().forEach(out::collect);
      signalCount.add((long) batch.signals().size());
    }
  }
}
