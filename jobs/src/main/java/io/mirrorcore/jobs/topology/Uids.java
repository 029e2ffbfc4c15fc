package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one list of operator uids. A uid is also the operator's name and the name in its metrics, and
 * it is what ties a savepoint to an operator: an entry may be added, never renamed or reused. Those
 * of the sources and sinks are with their {@link Topic}.
 */
public final class Uids {

  public static final String SYMBOL = "symbol-strategies";
  public static final String MEMBERSHIP = "portfolio-membership";
  public static final String SHARD_MEMBERSHIP = "shard-membership";
  public static final String PAIR_SHARDS = "pair-shards";
  public static final String PORTFOLIO = "portfolio-ledger";
  public static final String ENSEMBLE = "ensemble";
  public static final String SIGNAL_ORDER = "signal-order";
  public static final String DEAD_LETTER_COUNT = "dead-letter-count";

  /** There only where a history goes before the topics. */
  public static final String HISTORY_SOURCE = "prices-history-source";

  public static final String HISTORY_ADMIT = "prices-history-admit";

  /** Holds no state. */
  public static final String CLAIM = "claim";

  /** Holds no state either, and is not there where nothing is published yet. */
  public static final String NEWER_WEIGHTS = "newer-weights";

  public static final String PAPER_PRICES = "paper-prices";
  public static final String PAPER_DESK = "paper-desk";

  public static final String VARIANT_BARS = "variant-bars";
  public static final String VARIANT_ENSEMBLE = "variant-ensemble";
  public static final String VARIANT_WEIGHTS_SINK = "variant-weights-sink";

  /** Of a study, which keeps no savepoint. */
  public static final String STUDY_BARS = "study-bars";

  public static final String STUDY_SINK = "study-sink";

  /** The closes that a backtest judges by. */
  public static final String CLOSES_SINK = "closes-sink";

  public static final String TRIALS_SOURCE = "trials-source";
  public static final String TRIALS = "trials";
  public static final String TRIALS_JOURNAL = "trials-journal";

  private Uids() {}

  /** All of them, in the order of the stream. */
  public static List<String> all() {
    return Stream.of(
            Topic.inputs().stream().map(Topic::sourceUid),
            Stream.of(Role.PIPELINE, Role.ENSEMBLE)
                .flatMap(job -> job.reads().stream())
                .map(Topic::removedUid),
            Topic.inputs().stream().map(Topic::admitUid),
            Stream.of(HISTORY_SOURCE, HISTORY_ADMIT),
            Stream.of(SYMBOL, MEMBERSHIP, SHARD_MEMBERSHIP, PAIR_SHARDS, PORTFOLIO),
            Stream.of(ENSEMBLE, SIGNAL_ORDER, DEAD_LETTER_COUNT, CLAIM, NEWER_WEIGHTS),
            Topic.outputs().stream().map(Topic::sinkUid),
            Stream.of(VARIANT_BARS, VARIANT_ENSEMBLE, VARIANT_WEIGHTS_SINK),
            Stream.of(STUDY_BARS, STUDY_SINK),
            Stream.of(CLOSES_SINK),
            Stream.of(PAPER_PRICES, PAPER_DESK),
            Stream.of(TRIALS_SOURCE, TRIALS, TRIALS_JOURNAL))
        .flatMap(uids -> uids)
        .toList();
  }
}
