package io.mirrorcore.jobs.topology.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks a broker. */
final class AdminLogStarts implements LogStarts {

  private final Admin admin;
  private final String topic;

  AdminLogStarts(Admin admin, String topic) {
    this.admin = admin;
    this.topic = topic;
  }

  @Override
  public CompletableFuture<Map<Integer, Long>> of(Collection<Integer> partitions) {
    return byPartition(
        admin
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
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
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
    admin.close(Duration.ZERO); // what has not been answered is of no interest any more
  }
}
