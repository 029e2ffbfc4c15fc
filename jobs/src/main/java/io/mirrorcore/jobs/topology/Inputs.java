package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.portfolio.record.Alert;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Where a job's records come from.
 *
 * <p>A stream carries good and rejected records alike, with event-time timestamps and watermarks
 * that trail each partition by the configured out-of-orderness and that no rejected record moves.
 */
public interface Inputs {

  /** What {@link #coveredUntil} is where no history goes before. */
  long NO_HISTORY = Long.MIN_VALUE;

  /** The kinds of record there are, in a fixed order. */
  List<RecordKind> kinds();

  /**
   * The stream of one kind.
   *
   * @param uid uid and name that its source must bear
   */
  DataStream<MarketEvent> open(StreamExecutionEnvironment env, RecordKind kind, String uid);

  /**
   * Bars that go before all streams, in order; empty where there are none. Its watermark is exact:
   * it holds back time to its own end, and nothing after that.
   *
   * @param uid uid and name that its source must bear
   */
  default Optional<DataStream<MarketEvent>> history(StreamExecutionEnvironment env, String uid) {
    return Optional.empty();
  }

  /**
   * The last close of the history, epoch milliseconds: a record of a stream that is not later is
   * refused, whenever it comes, and the streams' watermarks begin there. {@link #NO_HISTORY} where
   * there is none.
   */
  default long coveredUntil() {
    return NO_HISTORY;
  }

  /** What is to be told about the inputs themselves, of all that have been opened. */
  default List<DataStream<Alert>> alerts() {
    return List.of();
  }
}
