package io.mirrorcore.backtest.account;

import java.io.Serializable;
import java.util.Objects;

/**
 * What could be worse than assumed while the decisions stay as they are.
 *
 * @param name as shown
 * @param delayBars from a decision to its execution at a close, beyond the one that decided it; 0
 *     or more
 * @param costRate of all symbols, share of the traded value; NaN: each symbol's own
 * @param financingRate charged a year on the gross value held; may be negative
 */
public record Stress(String name, int delayBars, double costRate, double financingRate)
    implements Serializable {

  public Stress {
    Objects.requireNonNull(name, "name");
    if (delayBars < 0) {
      throw new IllegalArgumentException("delay must be at least 0 bars; have " + delayBars);
    }
    if (costRate < 0 || costRate > 1) {
      throw new IllegalArgumentException("cost must be in [0, 1]; have " + costRate);
    }
    if (!Double.isFinite(financingRate)) {
      throw new IllegalArgumentException("financing must be finite; have " + financingRate);
    }
  }

  /** Execution so many bars later. */
  public static Stress delay(int bars) {
    String name = bars == 1 ? "1 bar later" : bars + " bars later";
    return new Stress(name, bars, Double.NaN, 0);
  }

  /** Another cost of trading. */
  public static Stress cost(String name, double rate) {
    return new Stress("cost " + name, 0, rate, 0);
  }

  /** A charge on what is held. */
  public static Stress financing(String name, double annualRate) {
    return new Stress("financing " + name, 0, Double.NaN, annualRate);
  }
}
