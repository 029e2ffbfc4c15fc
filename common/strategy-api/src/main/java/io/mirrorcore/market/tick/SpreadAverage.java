package io.mirrorcore.market.tick;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The average spread over part of a bar, in price units, by the clock of {@link BookAverage}: from
 * the first two-sided quote on, standing still while one side is empty.
 */
final class SpreadAverage implements Stateful {

  private double integral;
  private double duration;
  private double standing;
  private long since = Long.MIN_VALUE;
  private boolean stands;

  void onQuote(Tick quote) {
    if (quote.time() < since) {
      return;
    }
    advance(quote.time());
    since = quote.time();
    stands = quote.isTwoSided();
    if (stands) {
      standing = quote.spread();
    }
  }

  /** Lets the standing spread stand until {@code time}. */
  void advance(long time) {
    if (stands && time > since) {
      double weight = time - since;
      integral += weight * standing;
      duration += weight;
      since = time;
    }
  }

  void rescale(double prices) {
    integral *= prices;
    standing *= prices;
  }

  double value() {
    return duration > 0 ? integral / duration : standing;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(integral);
    out.writeDouble(duration);
    out.writeDouble(standing);
    out.writeLong(since);
    out.writeBoolean(stands);
  }

  @Override
  public void load(DataInput in) throws IOException {
    integral = in.readDouble();
    duration = in.readDouble();
    standing = in.readDouble();
    since = in.readLong();
    stands = in.readBoolean();
  }
}
