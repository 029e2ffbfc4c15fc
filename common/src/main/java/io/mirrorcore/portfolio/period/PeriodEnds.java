package io.mirrorcore.portfolio.period;

import java.io.Serializable;

/**
 * When periods of returns end. A period is known by its end, and holds the bars that close after
 * the end before it. It is over when the bar that closes at its end has been processed, and not
 * when the next one comes: weights of a day are made at its close.
 */
public interface PeriodEnds extends Serializable {

  /**
   * The end of the period that a bar is in.
   *
   * @param close of the bar, epoch milliseconds
   * @return close of the last bar that is expected in the same period, {@code close} or later
   */
  long endOf(long close);

  /**
   * The first end of a period that is some time after another, were there never a pause.
   *
   * @param end of a period, epoch milliseconds
   * @param millis that must have passed, above 0
   * @return epoch milliseconds, {@code end + millis} or later
   */
  long endAfter(long end, long millis);

  /** Length of a period, were there never a pause, milliseconds. */
  long lengthMs();

  /** A name for it: estimates of periods of another name are not to be continued. */
  String id();
}
