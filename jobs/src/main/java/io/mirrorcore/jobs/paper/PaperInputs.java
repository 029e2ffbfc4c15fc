package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.topic.Topic;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Where positions and the kill switch come from. Neither holds back time: what is later than the
 * newest positions waits anyway. Only a replay waits for all that is known of the switch.
 */
public interface PaperInputs {

  /**
   * The records of {@link Topic#POSITIONS} or {@link Topic#PAPER_CONTROL}, those of a portfolio in
   * order.
   *
   * @param uid uid and name that its source must bear
   */
  DataStream<PaperReading> open(StreamExecutionEnvironment env, Topic topic, String uid);
}
