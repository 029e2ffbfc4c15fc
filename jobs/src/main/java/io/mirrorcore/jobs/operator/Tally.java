package io.mirrorcore.jobs.operator;

import io.mirrorcore.jobs.operator.metric.Metric;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * What a job has produced, counted under one name in Flink's accumulators: the summary of a bounded
 * job is read from there when it ends.
 */
public final class Tally {

  /** Name of the accumulator that counts bars. */
  public static final String BARS = "BARS";

  private Tally() {}

  /** Name of the accumulator that counts the records of a topic. */
  public static String of(Topic topic) {
    return topic.name();
  }

  /** Name of the accumulator that counts dead letters with this reason. */
  public static String rejected(RejectReason reason) {
    return "REJECTED_" + reason;
  }

  /** Counts for the summary, and as a metric of the operator while the job runs. */
  public static LongCounter register(RuntimeContext context, String name) {
    LongCounter counter = registerUnseen(context, name);
    Metric.group(context).counter(Metric.counting(name).word(), new Counted(counter));
    return counter;
  }

  /** Counts for the summary alone. */
  public static LongCounter registerUnseen(RuntimeContext context, String name) {
    LongCounter counter = new LongCounter();
    context.addAccumulator(name, counter);
    return counter;
  }
}
