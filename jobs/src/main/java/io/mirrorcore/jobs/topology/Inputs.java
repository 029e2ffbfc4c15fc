package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.portfolio.record.Alert;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Where a job's records come from.
 *
 * <p>A stream carries good and rejected records alike, with event-time timestamps and watermarks
 * that trail each partition by the configured out-of-orderness and that no rejected record moves.
 */
public interface Inputs {

  /** The kinds of record there are, in a fixed order. */
  List<RecordKind> kinds();

  /**
   * The stream of one kind.
   *
   * @param uid uid and name that its source must bear
   */
  DataStream<MarketEvent> open(StreamExecutionEnvironment env, RecordKind kind, String uid);

  /** What is to be told about the inputs themselves, of all that have been opened. */
  default List<DataStream<Alert>> alerts() {
    return List.of();
  }
}
