package io.mirrorcore.portfolio.period;

import java.time.Duration;

/**
 * Every bar is a period, as in the first release; and where bars are of a day or longer.
 *
 * @param lengthMs from one close to the next, above 0, milliseconds
 */
public record EveryBar(long lengthMs) implements PeriodEnds {

  public EveryBar {
    if (!(lengthMs > 0)) {
      throw new IllegalArgumentException("a bar must be above 0 ms; have " + lengthMs);
    }
  }

  /** Of days. */
  public EveryBar() {
    this(Duration.ofDays(1).toMillis());
  }

  @Override
  public long endOf(long close) {
    return close;
  }

  @Override
  public long endAfter(long end, long millis) {
    return end + -Math.floorDiv(-millis, lengthMs) * lengthMs;
  }

  @Override
  public String id() {
    return "bar";
  }
}
