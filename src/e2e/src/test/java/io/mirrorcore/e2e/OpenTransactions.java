package io.mirrorcore.e2e;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * The records that a job has written and not committed: those that a fault at this moment puts at
 * risk.
 */
final class OpenTransactions implements AutoCloseable {

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> ends = new HashMap<>();

  OpenTransactions(Settings settings) throws Exception {
    admin = Admin.create(TopicLayout.client(settings));
    List<String> topics = new ArrayList<>();
    for (Topic topic : Topic.outputs()) {
      topics.add(TopicNames.of(settings, topic));
    }
    var found = admin.describeTopics(topics).allTopicNames().get();
    found.forEach(
        (topic, description) -> {
          for (TopicPartitionInfo partition : description.partitions()) {
            ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
          }
        });
  }

  /**
   * How far the output topics go, all partitions together, in offsets.
   *
   * @param written end of what has been written
   * @param committed end of what a read-committed consumer can reach
   */
  record Ends(long written, long committed) {
    long uncommitted() {
      return written - committed;
    }
  }

  Ends ends() throws Exception {
    long written = end(IsolationLevel.READ_UNCOMMITTED);
    return new Ends(written, end(IsolationLevel.READ_COMMITTED));
  }

  private long end(IsolationLevel isolation) throws Exception {
    return admin.listOffsets(ends, new ListOffsetsOptions(isolation)).all().get().values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }
}
