package io.mirrorcore.adjust;

import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * What a symbol is worth whose returns are differences over a notional, because its prices may be 0
 * or below (futures on oil in April 2020, spreads, power):
 *
 * <pre>
 *   r_t = (p_t - p_{t-1}) / N              N: notional, in units of the price
 *   W_0 = N,  W_t = W_{t-1} (1 + r_t)      likewise of open, high and low
 * </pre>
 *
 * <p>Strategies are shown W instead of p: it is positive, so that ratios and logarithms mean what
 * they should, and its simple return is r, so that what a strategy sees is what its position earns.
 * The other way, p plus a constant, keeps levels but not returns, which would depend on the
 * constant. A bar that loses N or more leaves nothing to go on from: it is refused.
 */
public final class DifferenceIndex implements Stateful {

  /** Layout of what is saved. */
  public static final int VERSION = 1;

  /** How far W may lie from N before sums over it lose their meaning: 12 powers of ten. */
  private static final double FARTHEST = 1e12;

  private boolean begun;
  private double last; // quoted
  private double level; // W at last

  // How the newest bar is shown: x as scale * x + shift. Not saved: it is asked for at once.
  private double scale = 1;
  private double shift;

  /**
   * The next bar as it is shown; empty where it loses the notional, so that nothing changes.
   *
   * @param notional N, positive, in units of the price
   */
  public Optional<Bar> next(Bar quoted, double notional) {
    double from = begun ? last : quoted.close();
    double base = begun ? level : notional;
    Bar shown =
        new Bar(
            quoted.symbol(),
            quoted.time(),
            base * (1 + (quoted.open() - from) / notional),
            base * (1 + (quoted.high() - from) / notional),
            base * (1 + (quoted.low() - from) / notional),
            base * (1 + (quoted.close() - from) / notional),
            quoted.volume());
    if (!isWithin(shown, notional)) {
      return Optional.empty();
    }
    scale = base / notional;
    shift = base - scale * from;
    begun = true;
    last = quoted.close();
    level = shown.close();
    return Optional.of(shown);
  }

  private static boolean isWithin(Bar shown, double notional) {
    for (double price : new double[] {shown.open(), shown.high(), shown.low(), shown.close()}) {
      if (!(price > notional / FARTHEST && price < notional * FARTHEST)) {
        return false;
      }
    }
    return true;
  }

  /** What differences of prices within the newest bar are multiplied by. */
  public double scale() {
    return scale;
  }

  /** What is added to its prices then. */
  public double shift() {
    return shift;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(begun);
    out.writeDouble(last);
    out.writeDouble(level);
  }

  @Override
  public void load(DataInput in) throws IOException {
    begun = in.readBoolean();
    last = in.readDouble();
    level = in.readDouble();
  }
}
