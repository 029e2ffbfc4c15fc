package io.mirrorcore.local.feed;

import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.record.TimestampType;

/**
 * Whether {@code time.max-ahead} can work on an input topic. It holds the event time of a record
 * against the time stamp that Kafka gave it. Where a producer puts the event time there itself
 * (CreateTime), the two are always equal, and nothing is ever far ahead.
 */
public final class StampCheck {

  static final int LOOK_BACK = 100;
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaPlan kafka;
  private final RecordParser parser;

  public StampCheck(KafkaPlan kafka, JobPlan plan) {
    this.kafka = kafka;
    this.parser = new RecordParser(plan.parser().inJson());
  }

  /**
   * One sentence when all of the last records of a topic, up to {@value #LOOK_BACK} of each
   * partition, are stamped with their own event time; empty when one is not, or there are none.
   */
  public Optional<String> problem(RecordKind kind) {
    String topic = kafka.topic(kind);
    try (OutputTail tail = new OutputTail(kafka, List.of(topic), LOOK_BACK)) {
      return isBlind(kind, tail) ? Optional.of(blind(topic)) : Optional.empty();
    } catch (AuthorizationException e) {
      return Optional.of(
          "Whether time.max-ahead can work on topic "
              + topic
              + " is not known, because this user may not read it");
    }
  }

  private boolean isBlind(RecordKind kind, OutputTail tail) {
    boolean some = false;
    while (!tail.hasReadWhatWasThere()) {
      for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
        MarketEvent event = event(kind, record);
        if (event instanceof AdmittedEvent) {
          some = true;
          if (!isStampedByItself(record, event)) {
            return false;
          }
        }
      }
    }
    return some;
  }

  private MarketEvent event(RecordKind kind, ConsumerRecord<byte[], byte[]> record) {
    SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
    return parser.parse(kind, source, record.value(), RecordParser.NO_TIMESTAMP);
  }

  private static boolean isStampedByItself(
      ConsumerRecord<byte[], byte[]> record, MarketEvent event) {
    return record.timestampType() == TimestampType.CREATE_TIME
        && record.timestamp() == event.time();
  }

  private static String blind(String topic) {
    return "time.max-ahead cannot work on topic %s,".formatted(topic)
        + " whose producer stamps each record with its own event time (CreateTime):"
        + " kafka-configs --alter --topic "
        + topic
        + " --add-config message.timestamp.type=LogAppendTime";
  }
}
