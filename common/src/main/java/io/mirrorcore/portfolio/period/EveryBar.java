package io.mirrorcore.portfolio.period;

/** Every bar is a period, as in the first release; and where bars are of a day or longer. */
public record EveryBar() implements PeriodEnds {

  @Override
  public long endOf(long close) {
    return close;
  }

  @Override
  public String id() {
    return "bar";
  }
}
