package io.mirrorcore.jobs.operator.admit;

import io.mirrorcore.jobs.adjust.NotionalLoss;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Dead letters of records that came after their time. There are three causes, and each has another
 * remedy with another price in latency: a letter names the one that applies.
 *
 * <p>No detail names the watermark or the wall clock: those depend on the pace of the run, and a
 * dead letter should not.
 *
 * @param outOfOrderness how far the watermark trails the newest record of a partition
 * @param idleTimeout silence after which a partition holds back nothing; live only
 * @param expiryZone of the parser, to write out again what is refused
 */
public record LateLetters(Duration outOfOrderness, Duration idleTimeout, ZoneId expiryZone)
    implements Serializable {

  /** With the bounds of a job. */
  public static LateLetters of(JobPlan plan) {
    return new LateLetters(
        plan.time().outOfOrderness(), plan.time().idleTimeout(), plan.parser().expiryZone());
  }

  /** Of a record that is behind the newest one of its own partition. */
  public DeadLetter outOfOrder(AdmittedEvent event) {
    return letter(
        event,
        ("came after its partition had passed it by more than time.out-of-orderness (%s): the"
                + " partition is out of order. Raise that if such delays are normal; every result"
                + " then comes later by as much")
            .formatted(DurationText.format(outOfOrderness)));
  }

  /** Of a record in order, whose interval was closed because its partition said nothing. */
  public DeadLetter afterSilence(AdmittedEvent event) {
    return letter(
        event,
        ("came when its interval was closed: its partition was in order, but had been silent for"
                + " longer than time.idle-timeout (%s) and no longer held time back. Raise that"
                + " above the longest such delay; results before a silence, as the last of every"
                + " interval of a feed of bars alone, then come later by as much")
            .formatted(DurationText.format(idleTimeout)));
  }

  /** Of a record of a partition from which nothing has come in time so far. */
  public DeadLetter ofNewPartition(AdmittedEvent event) {
    return letter(
        event,
        ("came when its interval was closed: nothing had come in time from partition %d of %s"
                + " before, so it is new, or was empty, and the others went on without it. A"
                + " shorter job.partition-discovery finds a new one sooner and delays nothing")
            .formatted(event.source().partition(), event.source().topic()));
  }

  /** Of a record of a time that the job's history stands for. */
  public DeadLetter covered(AdmittedEvent event, long until) {
    return letter(
        event,
        ("is not later than the last close of job.history, %s: up to there the history counts, and"
                + " the topics from there on")
            .formatted(Instant.ofEpochMilli(until)));
  }

  /** Of an adjustment of a day that the job's history stands for. */
  public DeadLetter adjustmentCovered(AdmittedEvent event, long until) {
    return adjustment(
        event,
        RejectReason.LATE,
        "is of a day before the last close of job.history, %s: give it in job.adjust"
            .formatted(Instant.ofEpochMilli(until)));
  }

  /** Of an adjustment that is not applied. */
  public DeadLetter adjustment(AdmittedEvent event, RejectReason reason, String why) {
    String detail =
        "the adjustment of %s on %s %s".formatted(event.symbol(), event.adjustment().date(), why);
    return DeadLetter.of(event.rejectedAs(reason, detail, expiryZone));
  }

  /** Of an adjustment of a symbol that can have none. */
  public DeadLetter ofDifference(AdmittedEvent event) {
    return adjustment(
        event,
        RejectReason.OUT_OF_RANGE,
        "is of a symbol whose returns are differences (symbols.PATTERN.difference): a difference"
            + " has no ratio that could adjust it");
  }

  /**
   * Of a bar that loses the notional of its symbol or more.
   *
   * @param notional in units of the price
   */
  public DeadLetter beyondNotional(Bar bar, double notional) {
    SourceRef source = new SourceRef("prices", 0, 0); // which of its records is not remembered
    return DeadLetter.of(
        AdmittedEvent.bar(source, bar, new byte[0])
            .rejectedAs(
                RejectReason.OUT_OF_RANGE, NotionalLoss.sentence(bar, notional), expiryZone));
  }

  private DeadLetter letter(AdmittedEvent event, String why) {
    String detail =
        "%s of %s with time %d %s".formatted(event.kind(), event.symbol(), event.time(), why);
    return DeadLetter.of(event.rejectedAs(RejectReason.LATE, detail, expiryZone));
  }
}
