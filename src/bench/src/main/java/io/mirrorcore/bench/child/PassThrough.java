package io.mirrorcore.bench.child;

import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.topology.kafka.ProducerSettings;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The least that a job between two topics can do: the bytes of one, to its present end, to the
 * other, read and written with the settings and the guarantee of the product. What the product
 * takes is measured against it, on whatever machine.
 */
public final class PassThrough {

  /** Topic that it writes. */
  public static final String COPY = "bench-copy";

  private PassThrough() {}

  static void define(StreamExecutionEnvironment env, KafkaPlan kafka, String topic) {
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setTopics(topic)
            .setProperties(kafka.client())
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setGroupId("bench-copy")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setBounded(OffsetsInitializer.latest())
            .setDeserializer(new Value())
            .build();
    KafkaSink<byte[]> sink =
        KafkaSink.<byte[]>builder()
            .setKafkaProducerConfig(ProducerSettings.of(kafka))
            .setRecordSerializer(
                KafkaRecordSerializationSchema.<byte[]>builder()
                    .setTopic(COPY)
                    .setValueSerializationSchema(new Copied())
                    .build())
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix("bench-copy")
            .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
            .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "pass-through")
        .uid("pass-through")
        .sinkTo(sink)
        .uid("copy")
        .name("copy");
  }

  private static final class Value implements KafkaRecordDeserializationSchema<byte[]> {

    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> out) {
      out.collect(record.value());
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
      return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }
  }

  private static final class Copied implements SerializationSchema<byte[]> {

    private static final long serialVersionUID = 1;

    @Override
    public byte[] serialize(byte[] value) {
      return value;
    }
  }
}
