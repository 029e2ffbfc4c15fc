package io.mirrorcore.jobs.topology.kafka;

import java.util.Collection;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Begins behind the newest record. Flink's own also has the client jump there again where the
 * record that it would go on from has been removed, over all that is still there; this one goes on
 * with the first record that is.
 */
@SuppressWarnings("deprecation") // Kafka's enum is deprecated, and Flink asks for no other
final class LatestOffsets implements OffsetsInitializer {

  private static final long serialVersionUID = 1L;

  private final OffsetsInitializer latest = OffsetsInitializer.latest();

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
    return latest.getPartitionOffsets(partitions, retriever);
  }

  @Override
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.EARLIEST;
  }
}
