package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.signal.SignalRecord;
import java.util.function.Function;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where a job's records go: one sink for each topic. */
public interface Outputs {

  /** The output topics, by their place in the graph. */
  enum Output {
    SIGNALS,
    STRATEGY_RETURNS,
    WEIGHTS,
    POSITIONS,
    ALERTS,
    DEAD_LETTER
  }

  /**
   * Ends a stream in a sink.
   *
   * @param output which topic
   * @param records in order under each key
   * @param key of a record: the order of records with equal keys must be kept
   * @param uid uid and name that the sink must bear
   */
  <T> void write(Output output, DataStream<T> records, Key<T> key, String uid);

  /** Takes the key of a record. */
  interface Key<T> extends Function<T, String>, java.io.Serializable {}

  default void signals(DataStream<SignalRecord> records) {
    write(Output.SIGNALS, records, SignalRecord::symbol, Uids.SIGNALS_SINK);
  }

  default void strategyReturns(DataStream<StrategyReturns> records) {
    write(Output.STRATEGY_RETURNS, records, StrategyReturns::portfolio, Uids.RETURNS_SINK);
  }

  default void weights(DataStream<EnsembleWeights> records) {
    write(Output.WEIGHTS, records, EnsembleWeights::portfolio, Uids.WEIGHTS_SINK);
  }

  default void positions(DataStream<TargetPositions> records) {
    write(Output.POSITIONS, records, TargetPositions::portfolio, Uids.POSITIONS_SINK);
  }

  default void alerts(DataStream<Alert> records) {
    write(Output.ALERTS, records, Alert::portfolio, Uids.ALERTS_SINK);
  }

  default void deadLetters(DataStream<DeadLetter> records) {
    write(Output.DEAD_LETTER, records, DeadLetter::topic, Uids.DEAD_LETTER_SINK);
  }
}
