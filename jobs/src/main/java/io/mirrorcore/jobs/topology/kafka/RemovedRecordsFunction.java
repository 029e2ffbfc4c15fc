package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.operator.metric.Metric;
import io.mirrorcore.portfolio.record.Alert;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices records that the retention of a topic removed before they were read: Kafka's client goes
 * on with the next one that is there, without a word. They are counted, an alert tells every
 * portfolio of the job, and the log says it once for each partition. All records pass as they are.
 *
 * @param <T> the records of the topic
 */
final class RemovedRecordsFunction<T> extends ProcessFunction<T, T>
    implements CheckpointedFunction {

  /** Alerts about what is missing. */
  static final OutputTag<Alert> ALERTS = new OutputTag<>("removed-records-alerts") {};

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RemovedRecordsFunction.class);
  private static final int PATIENCE_SECONDS = 10;

  private final ReadTopic<T> topic;
  private transient ListState<PartitionReading> state;
  private transient PartitionReadings readings;
  private transient boolean restored;
  private transient GapQuestion question;
  private transient LogStarts starts;
  private transient Set<Integer> told;
  private transient Counter removed;

  RemovedRecordsFunction(ReadTopic<T> topic) {
    this.topic = topic;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    // As with the clocks of partitions, every subtask reads all: any may be given the partition.
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("partition-readings", PartitionReading.class));
    readings = new PartitionReadings();
    restored = context.isRestored();
    for (PartitionReading reading : state.get()) {
      readings.restore(reading);
    }
  }

  @Override
  public void open(OpenContext context) throws InterruptedException {
    removed = Metric.group(getRuntimeContext()).counter(Metric.RECORDS_REMOVED_UNREAD.word());
    told = new HashSet<>();
    starts = topic.broker().open();
    question = new GapQuestion(starts);
    if (!restored && topic.group().isPresent()) {
      goOnFrom(topic.group().get());
    }
  }

  /** Without a checkpoint a job may go on from what its group has committed. */
  private void goOnFrom(String group) throws InterruptedException {
    try {
      starts
          .committedBy(group)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .forEach((partition, next) -> readings.restore(PartitionReading.at(partition, next)));
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn(
          "What group {} has committed is not known ({}): records of {} that were removed since"
              + " would not be noticed",
          group,
          e.toString(),
          topic.name());
    }
  }

  @Override
  public void processElement(T record, Context context, Collector<T> out) {
    out.collect(record);
    PartitionReading reading = readings.read(topic.place(record), topic.time(record));
    if (reading.firing() && reading.isInSequence()) {
      topic.alerts().resolved(reading).forEach(alert -> context.output(ALERTS, alert));
      readings.put(reading.calm());
    }
    if (readings.haveGaps()) {
      explainGaps(context);
    }
  }

  private void explainGaps(Context context) {
    for (PartitionReading gap : readings.gaps()) {
      question.logStartSince(gap).ifPresent(logStart -> explain(gap, logStart, context));
    }
    if (readings.haveGaps()) {
      question.ask(readings.gaps(), context.timerService().currentProcessingTime());
    }
  }

  private void explain(PartitionReading gap, long logStart, Context context) {
    long lost = gap.removed(logStart);
    readings.put(gap.explained(lost > 0));
    if (lost == 0) {
      return;
    }
    removed.inc(lost);
    topic.alerts().firing(gap, lost).forEach(alert -> context.output(ALERTS, alert));
    if (told.add(gap.partition())) {
      LOG.warn("{}", topic.alerts().sentence(gap, lost));
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.update(readings.all());
  }

  @Override
  public void close() {
    if (starts != null) {
      starts.close();
    }
  }
}
