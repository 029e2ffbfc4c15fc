package io.mirrorcore.local.deliver;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a delivery is tried: at most {@code most} times, with pauses of {@code first}, twice
 * that, four times and so on, none longer than {@link #LONGEST}.
 *
 * @param most 1 or more
 * @param first pause
 */
public record Attempts(int most, Duration first) {

  static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int DOUBLINGS = 20;

  /** Waits; a test need not. */
  public interface Pause {
    /** Returns whether it is time to end instead. */
    boolean untilOver(Duration pause) throws InterruptedException;
  }

  public Attempts {
    if (most < 1) {
      throw new IllegalArgumentException("there must be at least 1 attempt; have " + most);
    }
  }

  /** The pause after a failed attempt, counted from 1. */
  Duration pauseAfter(int attempt) {
    Duration pause = first.multipliedBy(1L << Math.min(DOUBLINGS, attempt - 1));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  /** No delivery takes longer than this. */
  public Duration longest(Duration timeout) {
    Duration sum = timeout.multipliedBy(most);
    for (int attempt = 1; attempt < most; attempt++) {
      sum = sum.plus(pauseAfter(attempt));
    }
    return sum;
  }

  /** What became of a delivery. */
  public enum Outcome {
    ARRIVED,
    DEAD,
    INTERRUPTED
  }

  /**
   * Of one delivery.
   *
   * @param reason why the last attempt failed; empty where it arrived
   */
  public record Result(Outcome outcome, String reason) {}

  /** Tries until it arrives, or no more. */
  public Result deliver(Receiver receiver, Notice notice, Pause pause) throws InterruptedException {
    String reason = "";
    for (int attempt = 1; attempt <= most; attempt++) {
      Optional<String> failure = receiver.deliver(notice);
      if (failure.isEmpty()) {
        return new Result(Outcome.ARRIVED, "");
      }
      reason = failure.get();
      if (attempt < most && pause.untilOver(pauseAfter(attempt))) {
        return new Result(Outcome.INTERRUPTED, reason);
      }
    }
    return new Result(Outcome.DEAD, reason);
  }
}
