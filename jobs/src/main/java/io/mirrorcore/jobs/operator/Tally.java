package io.mirrorcore.jobs.operator;

import io.mirrorcore.jobs.operator.metric.Metric;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

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
    return register(context, name, Metric.group(context), Metric.counting(name));
  }

  /** Counts dead letters with this reason, for the summary and as a metric. */
  public static LongCounter register(RuntimeContext context, RejectReason reason) {
    MetricGroup ofReason = Metric.group(context).addGroup("reason", reason.name());
    return register(context, rejected(reason), ofReason, Metric.REJECTED);
  }

  private static LongCounter register(
      RuntimeContext context, String name, MetricGroup group, Metric metric) {
    LongCounter counter = new LongCounter();
    context.addAccumulator(name, counter);
    group.counter(metric.word(), new Counted(counter));
    return counter;
  }
}
