package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.topic.RecordKey;
import io.mirrorcore.jobs.topic.Topic;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where a job's records go: one sink for each topic. */
public interface Outputs {

  /**
   * Ends a stream in a sink.
   *
   * @param topic which
   * @param records in order under each key
   * @param key of a record: the order of records with equal keys must be kept
   * @param uid uid and name that the sink must bear
   */
  <T> void write(Topic topic, DataStream<T> records, RecordKey<T> key, String uid);

  /**
   * Ends a stream in the topic's own sink.
   *
   * @throws IllegalArgumentException when the topic carries other records
   */
  default <T> void write(Topic topic, DataStream<T> records) {
    write(topic, records, topic.sinkUid());
  }

  /**
   * The same in a sink beside the topic's own.
   *
   * @param uid uid and name that the sink must bear
   */
  default <T> void write(Topic topic, DataStream<T> records, String uid) {
    write(topic, records, topic.keyOf(records.getType().getTypeClass()), uid);
  }
}
