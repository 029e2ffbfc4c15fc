package io.mirrorcore.jobs.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks a broker. */
final class AdminLogStarts implements LogStarts {

  private final AdminSession session;
  private final String topic;

  AdminLogStarts(AdminSession session, String topic) {
    this.session = session;
    this.topic = topic;
  }

  @Override
  public CompletableFuture<Map<Integer, Long>> of(Collection<Integer> partitions) {
    return byPartition(
        session
            .admin()
            .listOffsets(
                partitions.stream()
                    .collect(
                        Collectors.toMap(
                            number -> new TopicPartition(topic, number),
                            number -> OffsetSpec.earliest())))
            .all(),
        ListOffsetsResultInfo::offset);
  }

  @Override
  public CompletableFuture<Map<Integer, Long>> committedBy(String group) {
    return byPartition(
        session.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
        OffsetAndMetadata::offset);
  }

  private <T> CompletableFuture<Map<Integer, Long>> byPartition(
      KafkaFuture<Map<TopicPartition, T>> answer, ToOffset<T> offset) {
    CompletionStage<Map<Integer, Long>> map =
        answer
            .toCompletionStage()
            .thenApply(
                all ->
                    all.entrySet().stream()
                        .filter(e -> e.getKey().topic().equals(topic) && e.getValue() != null)
                        .collect(
                            Collectors.toMap(
                                e -> e.getKey().partition(), e -> offset.of(e.getValue()))));
    return map.toCompletableFuture();
  }

  @FunctionalInterface
  private interface ToOffset<T> {
    long of(T value);
  }

  @Override
  public void close() {
    session.close();
  }
}
