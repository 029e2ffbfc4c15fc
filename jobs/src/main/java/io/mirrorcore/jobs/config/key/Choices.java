package io.mirrorcore.jobs.config.key;

import java.util.Locale;

/**
 * What options of which only some words are allowed may be; {@code EXACTLY_ONCE} is exactly-once.
 */
public final class Choices {

  /** Whether the job ends. */
  public enum Mode {
    LIVE,
    REPLAY
  }

  /** From where topics are read when there is no checkpoint. */
  public enum Start {
    EARLIEST,
    LATEST,
    /** The consumer group's offsets, and the earliest where it has none. */
    COMMITTED
  }

  /** What the sinks promise. */
  public enum Delivery {
    EXACTLY_ONCE,
    AT_LEAST_ONCE,
    NONE
  }

  /** What bars are made of. */
  public enum BarSource {
    PRICES,
    TICKS
  }

  /** Where the bars that are made here begin. */
  public enum Anchor {
    /** At multiples of the interval since 1970, days at {@code bars.close}. */
    CLOCK,
    /** With the session of the symbol's market. */
    SESSION
  }

  /** Which of several bars with one symbol and time counts. */
  public enum Revisions {
    FIRST,
    /** The newest of those that come before the interval is closed. */
    LAST_BEFORE_CLOSE
  }

  /** By what a strategy's capital is divided among its symbols. */
  public enum ReturnsMode {
    EQUAL_SLOT,
    DEPLOYED
  }

  /** Which symbols have a slot of the capital. */
  public enum Slots {
    ALIVE,
    PRESENT
  }

  /** Which signals are published. */
  public enum Emit {
    CHANGES,
    ALL
  }

  /** What the tracks of a backtest are judged on. */
  public enum Judged {
    NETTED,
    /** As in the first release. */
    BY_STRATEGY
  }

  /** How a backtest walks through history. */
  public enum Walk {
    WALK_FORWARD,
    EVENT
  }

  private Choices() {}

  /** The word in a file for a constant. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
