package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.topic.RecordKey;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.Outputs;
import io.mirrorcore.jobs.topology.Uids;
import io.mirrorcore.jobs.topology.kafka.sink.ClosingKafkaSink;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Records to Kafka topics. With exactly-once delivery, which is the default, they become visible to
 * a {@code read_committed} consumer at the next checkpoint.
 */
public final class KafkaOutputs implements Outputs {

  private final KafkaPlan kafka;
  private final Map<String, Long> published;

  /** Outputs of a job on topics of its own. */
  public KafkaOutputs(KafkaPlan kafka) {
    this(kafka, Map.of());
  }

  /**
   * Outputs of a job on topics that may hold records already.
   *
   * @param published event time of the newest weights that are there, by portfolio, in epoch
   *     milliseconds; none that are not newer are written
   */
  public KafkaOutputs(KafkaPlan kafka, Map<String, Long> published) {
    this.kafka = kafka;
    this.published = Map.copyOf(published);
  }

  @Override
  public <T> void write(Topic topic, DataStream<T> records, RecordKey<T> key, String uid) {
    DeliveryGuarantee guarantee = guarantee();
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(ProducerSettings.of(kafka))
            .setRecordSerializer(
                new TopicRecord<>(kafka.topic(topic), key, kafka.format(topic), origin(topic)))
            .setDeliveryGuarantee(guarantee);
    if (guarantee == DeliveryGuarantee.EXACTLY_ONCE) {
      // One prefix for each sink and job: two that share one would abort each other's transactions.
      sink.setTransactionalIdPrefix(kafka.identity().transactionPrefix() + "-" + uid)
          // Incremental naming made 75 transactional ids in 30 checkpoints, pooling makes 4.
          .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING);
    }
    prepared(topic, records).sinkTo(new ClosingKafkaSink<>(sink.build())).uid(uid).name(uid);
  }

  /** Only of what people act on: on the many records of other topics it would be a burden. */
  private RecordOrigin origin(Topic topic) {
    return topic == Topic.WEIGHTS || topic == Topic.POSITIONS ? kafka.origin() : null;
  }

  @SuppressWarnings("unchecked") // the topic says of which type its records are
  private <T> DataStream<T> prepared(Topic topic, DataStream<T> records) {
    if (topic == Topic.WEIGHTS && !published.isEmpty()) {
      return (DataStream<T>) newer((DataStream<EnsembleWeights>) records);
    }
    return topic == Topic.DEAD_LETTER ? claimed(records) : records;
  }

  private DataStream<EnsembleWeights> newer(DataStream<EnsembleWeights> weights) {
    return weights
        .filter(new NewerWeightsFunction(published))
        .uid(Uids.NEWER_WEIGHTS)
        .name(Uids.NEWER_WEIGHTS);
  }

  /** Every job over Kafka has this stream, few records pass here, and none has to wait. */
  private <T> DataStream<T> claimed(DataStream<T> records) {
    return records
        .map(new ClaimFunction<>(kafka))
        .returns(records.getType())
        .uid(Uids.CLAIM)
        .name(Uids.CLAIM);
  }

  private DeliveryGuarantee guarantee() {
    return switch (kafka.delivery()) {
      case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
      case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
      case NONE -> DeliveryGuarantee.NONE;
    };
  }
}
