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

  /** A name for it: estimates of periods of another name are not to be continued. */
  String id();
}
