package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.portfolio.record.Alert;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where strategy returns come from: in the order of their time under each portfolio. */
public interface ReturnsInputs {

  /**
   * The stream, good and rejected records alike.
   *
   * @param uid uid and name that its source must bear
   */
  DataStream<ReturnsEvent> open(StreamExecutionEnvironment env, String uid);

  /** What is to be told about the inputs themselves, of all that have been opened. */
  default List<DataStream<Alert>> alerts() {
    return List.of();
  }
}
