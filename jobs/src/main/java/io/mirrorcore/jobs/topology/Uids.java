package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.List;

/**
 * The one list of operator uids. A uid is also the operator's name and the name in its metrics, and
 * it is what ties a savepoint to an operator: an entry may be added, never renamed or reused.
 */
public final class Uids {

  public static final String PRICES_SOURCE = "prices-source";
  public static final String TICKS_SOURCE = "ticks-source";
  public static final String OPTIONS_SOURCE = "options-source";
  public static final String RETURNS_SOURCE = "strategy-returns-source";
  public static final String PRICES_ADMIT = "prices-admit";
  public static final String TICKS_ADMIT = "ticks-admit";
  public static final String OPTIONS_ADMIT = "options-admit";
  public static final String RETURNS_ADMIT = "strategy-returns-admit";
  public static final String SYMBOL = "symbol-strategies";
  public static final String MEMBERSHIP = "portfolio-membership";
  public static final String SHARD_MEMBERSHIP = "shard-membership";
  public static final String PAIR_SHARDS = "pair-shards";
  public static final String PORTFOLIO = "portfolio-ledger";
  public static final String ENSEMBLE = "ensemble";
  public static final String SIGNAL_ORDER = "signal-order";
  public static final String DEAD_LETTER_COUNT = "dead-letter-count";
  public static final String SIGNALS_SINK = "signals-sink";
  public static final String RETURNS_SINK = "strategy-returns-sink";
  public static final String WEIGHTS_SINK = "weights-sink";
  public static final String POSITIONS_SINK = "positions-sink";
  public static final String ALERTS_SINK = "alerts-sink";
  public static final String DEAD_LETTER_SINK = "dead-letter-sink";

  public static final String VARIANT_BARS = "variant-bars";
  public static final String VARIANT_ENSEMBLE = "variant-ensemble";
  public static final String VARIANT_WEIGHTS_SINK = "variant-weights-sink";

  public static final String TRIALS_SOURCE = "trials-source";
  public static final String TRIALS = "trials";
  public static final String TRIALS_JOURNAL = "trials-journal";

  private Uids() {}

  static String source(RecordKind kind) {
    return switch (kind) {
      case BAR -> PRICES_SOURCE;
      case TICK -> TICKS_SOURCE;
      case OPTION -> OPTIONS_SOURCE;
    };
  }

  static String admit(RecordKind kind) {
    return switch (kind) {
      case BAR -> PRICES_ADMIT;
      case TICK -> TICKS_ADMIT;
      case OPTION -> OPTIONS_ADMIT;
    };
  }

  /** All of them, in the order of the stream. */
  public static List<String> all() {
    return List.of(
        PRICES_SOURCE,
        TICKS_SOURCE,
        OPTIONS_SOURCE,
        RETURNS_SOURCE,
        PRICES_ADMIT,
        TICKS_ADMIT,
        OPTIONS_ADMIT,
        RETURNS_ADMIT,
        SYMBOL,
        MEMBERSHIP,
        SHARD_MEMBERSHIP,
        PAIR_SHARDS,
        PORTFOLIO,
        ENSEMBLE,
        SIGNAL_ORDER,
        DEAD_LETTER_COUNT,
        SIGNALS_SINK,
        RETURNS_SINK,
        WEIGHTS_SINK,
        POSITIONS_SINK,
        ALERTS_SINK,
        DEAD_LETTER_SINK,
        VARIANT_BARS,
        VARIANT_ENSEMBLE,
        VARIANT_WEIGHTS_SINK,
        TRIALS_SOURCE,
        TRIALS,
        TRIALS_JOURNAL);
  }
}
