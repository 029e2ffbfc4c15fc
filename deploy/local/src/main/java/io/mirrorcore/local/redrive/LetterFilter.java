package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.time.Instant;
import java.util.Set;

/**
 * A selection of dead letters; a letter must meet every condition.
 *
 * @param reasons only those with one of these reasons; empty for all
 * @param topics only those that came from one of these topics; empty for all
 * @param since only those refused at this time or later, by the clock of the broker
 * @param until only those refused before this time
 * @param limit at most so many, the earliest
 */
public record LetterFilter(
    Set<RejectReason> reasons, Set<String> topics, Instant since, Instant until, long limit) {

  /** All there are. */
  public static final LetterFilter ALL =
      new LetterFilter(Set.of(), Set.of(), Instant.MIN, Instant.MAX, Long.MAX_VALUE);

  public LetterFilter {
    reasons = Set.copyOf(reasons);
    topics = Set.copyOf(topics);
    if (!since.isBefore(until)) {
      throw new IllegalArgumentException(
          "since must be before until; have " + since + ", " + until);
    }
    if (!(limit >= 1)) {
      throw new IllegalArgumentException("limit must be at least 1; have " + limit);
    }
  }

  boolean accepts(DeadLetter letter, long refusedAt) {
    Instant time = Instant.ofEpochMilli(refusedAt);
    return (reasons.isEmpty() || reasons.contains(letter.reason()))
        && (topics.isEmpty() || topics.contains(letter.topic()))
        && !time.isBefore(since)
        && time.isBefore(until);
  }
}
