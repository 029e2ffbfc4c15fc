package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.ConfigKey;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether a job may commit its offsets.
 *
 * <p>Kafka tells what may be done with a group only of a group that exists, and whoever may merely
 * look at one may describe it. So a commit is tried that cannot come about, for a partition that no
 * topic has: the broker judges the user first and the partition second, and nothing is written.
 */
final class UseOfGroup {

  private static final int NO_PARTITION = Integer.MAX_VALUE;

  private UseOfGroup() {}

  /**
   * @param topic one that exists and that the user may read
   * @param key that names the group
   * @throws BrokerException when the user may not use the group
   */
  static void require(AdminSession session, String group, String topic, ConfigKey<?> key) {
    TopicPartition nowhere = new TopicPartition(topic, NO_PARTITION);
    session.get(
        session
            .admin()
            .alterConsumerGroupOffsets(group, Map.of(nowhere, new OffsetAndMetadata(0)))
            .partitionResult(nowhere),
        UnknownTopicOrPartitionException.class,
        action(group, key));
  }

  /** What the user would do, as a refusal says it. */
  static String action(String group, ConfigKey<?> key) {
    return "use the consumer group %s (READ, %s)".formatted(group, key);
  }
}
