package io.mirrorcore.portfolio.settings;

import java.io.Serializable;
import java.util.Objects;

/**
 * When an optimum is worth trading to; the ensemble's decision gate says how.
 *
 * @param turnoverBelow turnover (sum of absolute changes) below which an optimum is applied, in (0,
 *     2]; 2, the most there can be, applies every one; also how far a PARTIAL step goes
 * @param confidenceAbove confidence above which it is applied whatever the turnover, in [0, 1]
 * @param tradeThreshold change of one weight that is worth a trade, in [0, 1)
 * @param partialAfter HELD_UNCERTAIN in a row after which the next due time moves part of the way,
 *     at least 1
 * @param partialAbove confidence above which it does so, in [0, 1]; 0: whatever the confidence
 * @param remainders what becomes of changes below the trade threshold beside larger ones
 */
public record GateSettings(
    double turnoverBelow,
    double confidenceAbove,
    double tradeThreshold,
    int partialAfter,
    double partialAbove,
    Remainders remainders)
    implements Serializable {

  /** What becomes of the changes of an applied result that are too small to trade. */
  public enum Remainders {
    /** They wait until they are large enough: what is not traded is not in force. */
    WAIT,
    /** They are in force without a trade, as in the first release. */
    APPLY
  }

  public GateSettings {
    if (!(turnoverBelow > 0 && turnoverBelow <= 2)) {
      throw new IllegalArgumentException("turnover-below must be in (0, 2]; have " + turnoverBelow);
    }
    if (!(confidenceAbove >= 0 && confidenceAbove <= 1)) {
      throw new IllegalArgumentException(
          "confidence-above must be in [0, 1]; have " + confidenceAbove);
    }
    if (!(tradeThreshold >= 0 && tradeThreshold < 1)) {
      throw new IllegalArgumentException(
          "trade-threshold must be in [0, 1); have " + tradeThreshold);
    }
    if (partialAfter < 1) {
      throw new IllegalArgumentException("partial-after must be at least 1; have " + partialAfter);
    }
    if (!(partialAbove >= 0 && partialAbove <= 1)) {
      throw new IllegalArgumentException("partial-above must be in [0, 1]; have " + partialAbove);
    }
    Objects.requireNonNull(remainders, "remainders");
  }

  /** Partial steps from a confidence of 0.5, and remainders that wait. */
  public GateSettings(
      double turnoverBelow, double confidenceAbove, double tradeThreshold, int partialAfter) {
    this(turnoverBelow, confidenceAbove, tradeThreshold, partialAfter, 0.5, Remainders.WAIT);
  }

  /** Whether a result that is held back too often is worth part of the way. */
  public boolean isWorthPart(double confidence) {
    return partialAbove == 0 || confidence > partialAbove;
  }

  /** Whether no turnover is too much. */
  public boolean appliesAll() {
    return turnoverBelow >= 2;
  }

  /** Turnover 0.10, confidence 0.8, trades from 0.01, a partial step after two holds. */
  public static GateSettings defaults() {
    return new GateSettings(0.10, 0.8, 0.01, 2);
  }
}
