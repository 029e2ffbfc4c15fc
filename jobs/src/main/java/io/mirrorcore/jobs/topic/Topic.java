package io.mirrorcore.jobs.topic;

import static io.mirrorcore.jobs.topic.Role.ENSEMBLE;
import static io.mirrorcore.jobs.topic.Role.FEED;
import static io.mirrorcore.jobs.topic.Role.PAPER;
import static io.mirrorcore.jobs.topic.Role.PIPELINE;
import static io.mirrorcore.jobs.topic.Role.REDRIVE;
import static io.mirrorcore.jobs.topic.Role.VERIFY;
import static io.mirrorcore.jobs.topic.Role.WATCH;

import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperControl;
import io.mirrorcore.paper.PaperFill;
import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.LeadLagRecord;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.signal.SignalRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The one list of topics, in the order of a printed configuration: inputs, then outputs. A topic is
 * added here, and is then an option, made by {@code topics create} and looked for before a job
 * starts; the tests ask for its lines in the README and on the security page.
 *
 * <p>The uids tie a savepoint to the operators at the ends of the graph, and the name of a counted
 * topic is the name of its count: neither is ever changed. All outputs of a job are written in
 * transactions where {@code job.delivery} is exactly-once.
 */
public enum Topic {
  PRICES(
      TopicShape.of("Bars that come in.", "symbol")
          .market(RecordKind.BAR)
          .source("prices-source", "prices-admit")
          .readBy(PIPELINE, PAPER, REDRIVE)
          .writtenBy(FEED, REDRIVE)),
  TICKS(
      TopicShape.of("Trades and quotes that come in.", "symbol")
          .market(RecordKind.TICK)
          .source("ticks-source", "ticks-admit")
          .readBy(PIPELINE, PAPER, REDRIVE)
          .writtenBy(FEED, REDRIVE)),
  OPTIONS_FLOW(
      TopicShape.of("Option prints that come in.", "symbol")
          .market(RecordKind.OPTION)
          .source("options-source", "options-admit")
          .readBy(PIPELINE, REDRIVE)
          .writtenBy(FEED, REDRIVE)),
  ADJUSTMENTS(
      TopicShape.of("Splits and dividends that come in.", "symbol")
          .market(RecordKind.ADJUSTMENT)
          .source("adjustments-source", "adjustments-admit")
          .readBy(PIPELINE, REDRIVE)
          .writtenBy(FEED, REDRIVE)
          // A job that reads from the earliest offset needs those of all its bars.
          .kept(deletedAfter(Duration.ofDays(3_650)))),
  SIGNALS(
      TopicShape.of("Signals of strategies.", "symbol")
          .sink("signals-sink", SignalRecord.class, SignalRecord::symbol)
          .counted()
          .writtenBy(PIPELINE)),
  LEAD_LAG( // few, and not by the bar: nobody counts them
      TopicShape.of("Symbols that begin or cease to lead others.", "portfolio")
          .sink("lead-lag-sink", LeadLagRecord.class, LeadLagRecord::portfolio)
          .writtenBy(PIPELINE)
          .kept(deletedAfter(Duration.ofDays(90)))),
  STRATEGY_RETURNS(
      TopicShape.of("Returns of strategies; EnsembleJob reads them.", "portfolio")
          .source("strategy-returns-source", "strategy-returns-admit")
          .sink("strategy-returns-sink", StrategyReturns.class, StrategyReturns::portfolio)
          .counted()
          .readBy(ENSEMBLE)
          .writtenBy(PIPELINE)
          // EnsembleJob fills its window from here: of daily bars that may be a year.
          .kept(deletedAfter(Duration.ofDays(365)))),
  WEIGHTS(
      TopicShape.of("Optimal weights.", "portfolio")
          .sink("weights-sink", EnsembleWeights.class, EnsembleWeights::portfolio)
          .counted()
          .readBy(WATCH, VERIFY)
          .writtenBy(PIPELINE, ENSEMBLE)
          .kept(newestForEver(Duration.ofDays(7)))),
  POSITIONS(
      TopicShape.of("Target position per symbol.", "portfolio")
          .source("positions-source", "positions-admit")
          .sink("positions-sink", TargetPositions.class, TargetPositions::portfolio)
          .counted()
          .readBy(PAPER, WATCH)
          .writtenBy(PIPELINE)
          .kept(newestForEver(Duration.ofDays(7)))),
  PERFORMANCE(
      TopicShape.of("What an ensemble earned, beside equal weight and the market.", "portfolio")
          .sink("performance-sink", PerformanceRecord.class, PerformanceRecord::portfolio)
          .counted()
          .writtenBy(PIPELINE, ENSEMBLE)
          .kept(newestForEver(Duration.ofDays(365)))),
  ALERTS(
      TopicShape.of("Alerts.", "portfolio")
          .sink("alerts-sink", Alert.class, Alert::portfolio)
          .counted()
          .readBy(WATCH, Role.ALERTS)
          .writtenBy(PIPELINE, ENSEMBLE)
          .kept(deletedAfter(Duration.ofDays(90)))),
  DEAD_LETTER( // counted by reason, not by topic
      TopicShape.of("Records that were refused, with the reason and their bytes.", "topic")
          .sink("dead-letter-sink", DeadLetter.class, DeadLetter::topic)
          .readBy(REDRIVE)
          .writtenBy(PIPELINE, ENSEMBLE, PAPER)),
  ORDERS(
      TopicShape.of("Simulated orders, sent and ended.", "portfolio")
          .sink("orders-sink", PaperOrder.class, PaperOrder::portfolio)
          .writtenBy(PAPER)
          .kept(deletedAfter(Duration.ofDays(365)))),
  FILLS(
      TopicShape.of("Simulated fills.", "portfolio")
          .sink("fills-sink", PaperFill.class, PaperFill::portfolio)
          .writtenBy(PAPER)
          .kept(deletedAfter(Duration.ofDays(365)))),
  ACCOUNT(
      TopicShape.of("The account on paper.", "portfolio")
          .sink("account-sink", PaperAccount.class, PaperAccount::portfolio)
          .writtenBy(PAPER)
          .kept(newestForEver(Duration.ofDays(7)))),
  PAPER_CONTROL(
      TopicShape.of(
              "The kill switch of paper trading: requests, and what became of them.", "portfolio")
          .source("paper-control-source", "paper-control-admit")
          .sink("paper-control-sink", PaperControl.class, PaperControl::portfolio)
          .readBy(PAPER)
          .writtenBy(PAPER)
          .kept(deletedAfter(Duration.ofDays(365))));

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it once it is put together
  private final TopicShape shape;

  Topic(TopicShape shape) {
    this.shape = shape;
  }

  /**
   * The newest record of a key stays for ever, and every other at least as long as said. Deletion
   * by age as well would take the newest too, of a portfolio that rests for longer.
   */
  private static Map<String, String> newestForEver(Duration history) {
    return Map.of(
        "cleanup.policy", "compact", "min.compaction.lag.ms", Long.toString(history.toMillis()));
  }

  private static Map<String, String> deletedAfter(Duration age) {
    return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(age.toMillis()));
  }

  static List<Topic> those(Predicate<Topic> rule) {
    return Arrays.stream(values()).filter(rule).toList();
  }

  /** Topics by which market data comes in. */
  public static List<Topic> market() {
    return those(topic -> topic.shape.kind != null);
  }

  /** Topics of market data in which vendors' messages may stand. */
  public static List<Topic> ofVendors() {
    return those(topic -> topic.shape.kind != null && topic != ADJUSTMENTS);
  }

  /** Topics that some job reads. */
  public static List<Topic> inputs() {
    return those(topic -> topic.shape.sourceUid != null);
  }

  /** Topics that some job writes. */
  public static List<Topic> outputs() {
    return those(topic -> topic.shape.sinkUid != null);
  }

  /** Topics whose records the job's summary counts. */
  public static List<Topic> counted() {
    return those(topic -> topic.shape.counted);
  }

  /** The topic by which records of a kind come in. */
  public static Topic of(RecordKind kind) {
    return those(topic -> topic.shape.kind == kind).get(0);
  }

  /** Its name unless a user has given it another: {@code options-flow}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, in one sentence. */
  public String about() {
    return shape.about;
  }

  /** The field of its records that is their key. */
  public String key() {
    return shape.key;
  }

  /** The kind of market data that comes in by it; empty where it is none. */
  public Optional<RecordKind> kind() {
    return Optional.ofNullable(shape.kind);
  }

  /** Uid of the source of a job that reads it. */
  public String sourceUid() {
    return present(shape.sourceUid, "read");
  }

  /** Uid of the operator that notices what was removed from it before it was read. */
  public String removedUid() {
    return sourceUid().replaceFirst("-source$", "-removed");
  }

  /** Uid of the operator that tells good records of it from bad ones. */
  public String admitUid() {
    return present(shape.admitUid, "read");
  }

  /** Uid of the sink of a job that writes it. */
  public String sinkUid() {
    return present(shape.sinkUid, "written");
  }

  /** What a job writes to it. */
  public Class<?> record() {
    return present(shape.record, "written");
  }

  private <T> T present(T part, String done) {
    if (part == null) {
      throw new IllegalArgumentException("topic " + word() + " is not " + done + " by any job");
    }
    return part;
  }

  /**
   * How records of {@code type} are keyed.
   *
   * @throws IllegalArgumentException when this topic does not carry such records
   */
  @SuppressWarnings("unchecked") // record and key are of one type, as TopicShape.sink insists
  public <T> RecordKey<T> keyOf(Class<T> type) {
    if (type != record()) {
      throw new IllegalArgumentException(
          "topic " + word() + " carries " + record().getSimpleName() + "; have " + type.getName());
    }
    return (RecordKey<T>) shape.keyOf;
  }

  public Set<Role> readers() {
    return shape.readers;
  }

  public Set<Role> writers() {
    return shape.writers;
  }

  /** Kafka's topic settings that differ from the broker's, such as {@code cleanup.policy}. */
  public Map<String, String> settings() {
    return shape.settings;
  }
}
