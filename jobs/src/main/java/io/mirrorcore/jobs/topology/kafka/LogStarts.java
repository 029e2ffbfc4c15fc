package io.mirrorcore.jobs.topology.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;

/**
 * Where the partitions of one topic begin: what was before, retention has removed. Asking does not
 * wait; an answer comes when the broker gives it.
 */
interface LogStarts extends AutoCloseable {

  /**
   * Of a topic at a broker.
   *
   * @param client properties of the clients of the job
   * @throws org.apache.kafka.common.KafkaException when no client can be made of these properties
   */
  static LogStarts of(Properties client, String topic) {
    Map<String, Object> properties = new HashMap<>();
    client.forEach((key, value) -> properties.put(String.valueOf(key), value));
    return new AdminLogStarts(Admin.create(properties), topic);
  }

  /** Offset of the first record that is still there, by partition. */
  CompletableFuture<Map<Integer, Long>> of(Collection<Integer> partitions);

  /** Offset from which a group would go on, by partition, where it has committed one. */
  CompletableFuture<Map<Integer, Long>> committedBy(String group);

  @Override
  void close();
}
