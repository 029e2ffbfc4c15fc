package io.mirrorcore.local.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Pacing of a replay: when to send each record so that event time passes at a multiple of
 * wall-clock time, in the rhythm in which it was recorded.
 */
public final class Pace {

  private static final long UNSTARTED = Long.MIN_VALUE;

  private final double speed;
  private long firstEvent = UNSTARTED;
  private long startNanos;

  /**
   * @param speed seconds of event time for each second; infinite to send as fast as Kafka takes it
   */
  public Pace(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0; have " + speed);
    }
    this.speed = speed;
  }

  /**
   * Reads {@code 60x}, {@code 60} or {@code max}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static double parse(String text) {
    if (text.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double speed = Double.parseDouble(text.endsWith("x") ? text.replaceFirst("x$", "") : text);
      if (speed > 0) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // Falls through to the sentence below, which says what is allowed.
    }
    throw new IllegalArgumentException(
        "--speed must be a multiple of real time such as 60x, or max; have " + text);
  }

  /** How long to wait until an event of {@code time} is due; zero or negative when it is. */
  Duration untilDue(long time) {
    if (firstEvent == UNSTARTED) {
      firstEvent = time;
      startNanos = System.nanoTime();
    }
    double dueNanos = TimeUnit.MILLISECONDS.toNanos(time - firstEvent) / speed;
    return Duration.ofNanos((long) dueNanos - (System.nanoTime() - startNanos));
  }

  /** Waits until an event of {@code time} is due, or the thread is interrupted. */
  public void await(long time) {
    Duration left = untilDue(time);
    while (left.toNanos() > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, left.toNanos());
      left = untilDue(time);
    }
  }
}
