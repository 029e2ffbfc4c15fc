package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.local.feed.OutputTail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Forecast of which records, when they are appended to their partition again, the job will refuse
 * as late: those more than {@code time.out-of-orderness} behind the newest event time that the
 * partition already holds.
 *
 * <p>It is only a forecast: it takes the newest event time from the last {@value #LOOK_BACK}
 * records of a partition and assumes Kafka's default partition for a key. The job decides.
 */
public final class LateForecast {

  static final int LOOK_BACK = 1_000;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Integer> partitions;
  private final Map<TopicPartition, Long> newest;
  private final long boundMs;

  /**
   * How late records will be.
   *
   * @param count of records that will be refused as LATE
   * @param worstMs largest lag behind the newest record of a partition among them, milliseconds
   */
  public record Lateness(int count, long worstMs) {}

  /**
   * @param partitions number of partitions by topic
   * @param newest largest event time by partition, epoch milliseconds; none where it is empty
   * @param boundMs the allowed out-of-orderness
   */
  LateForecast(Map<String, Integer> partitions, Map<TopicPartition, Long> newest, long boundMs) {
    this.partitions = Map.copyOf(partitions);
    this.newest = new HashMap<>(newest);
    this.boundMs = boundMs;
  }

  /** Looks at the ends of {@code topics}, which must be inputs of the configuration. */
  public static LateForecast read(KafkaPlan kafka, JobPlan plan, Collection<String> topics) {
    Map<String, RecordKind> kinds = new TreeMap<>();
    for (RecordKind kind : RecordKind.values()) {
      kinds.put(kafka.topic(kind), kind);
    }
    RecordParser parser = new RecordParser(plan.parser().inJson());
    Map<TopicPartition, Long> newest = new HashMap<>();
    try (OutputTail tail = new OutputTail(kafka, topics, LOOK_BACK)) {
      while (!tail.hasReadWhatWasThere()) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
          SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
          MarketEvent event =
              parser.parse(kinds.get(record.topic()), source, record.value(), record.timestamp());
          if (event instanceof AdmittedEvent) {
            newest.merge(
                new TopicPartition(record.topic(), record.partition()), event.time(), Math::max);
          }
        }
      }
      return new LateForecast(tail.partitions(), newest, plan.time().outOfOrderness().toMillis());
    }
  }

  /** What the job will find, were these records sent in this order. */
  public Lateness of(List<Resend> records) {
    Map<TopicPartition, Long> reached = new HashMap<>(newest);
    int count = 0;
    long worst = 0;
    for (Resend record : records) {
      long lag = reached.merge(partition(record), record.time(), Math::max) - record.time();
      if (lag > boundMs) {
        count++;
        worst = Math.max(worst, lag);
      }
    }
    return new Lateness(count, worst);
  }

  private TopicPartition partition(Resend record) {
    byte[] key = record.symbol().getBytes(StandardCharsets.UTF_8);
    int number = Utils.toPositive(Utils.murmur2(key)) % partitions.get(record.topic());
    return new TopicPartition(record.topic(), number);
  }
}
