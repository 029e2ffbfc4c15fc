package io.mirrorcore.portfolio.settings;

import io.mirrorcore.portfolio.book.NetPositions;
import io.mirrorcore.portfolio.book.NoTradeBand;
import io.mirrorcore.portfolio.book.Sizing;
import io.mirrorcore.portfolio.ledger.SlotRule;
import java.io.Serializable;
import java.util.Objects;

/**
 * How the weights of strategies become what is held of symbols.
 *
 * @param band width of the no-trade band in usual changes of the book, 0 or more; 0: none
 * @param halfLifeDays of what is usual, days, above 0
 * @param slots by which the exposures of the strategies are sized; only told here
 * @param leverage what the capital is multiplied by before it is shared out, above 0; 1: none
 * @param sizing of what is held by the ensemble; no baseline is sized
 */
public record PositionSettings(
    double band, double halfLifeDays, SlotRule slots, double leverage, Sizing sizing)
    implements Serializable {

  /** Of what is usual, days. */
  public static final double HALF_LIFE_DAYS = 20;

  public PositionSettings {
    if (!(band >= 0 && band < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("band must be at least 0; have " + band);
    }
    if (!(halfLifeDays > 0 && halfLifeDays < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("half-life must be above 0; have " + halfLifeDays);
    }
    if (!(leverage > 0 && leverage < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("leverage must be above 0; have " + leverage);
    }
    Objects.requireNonNull(slots, "slots");
    Objects.requireNonNull(sizing, "sizing");
  }

  /** Not sized. */
  public PositionSettings(double band, double halfLifeDays, SlotRule slots, double leverage) {
    this(band, halfLifeDays, slots, leverage, Sizing.NONE);
  }

  /** Without leverage. */
  public PositionSettings(double band, double halfLifeDays, SlotRule slots) {
    this(band, halfLifeDays, slots, 1);
  }

  /** What is wanted is held, as in the first release. */
  public static PositionSettings none() {
    return new PositionSettings(0, HALF_LIFE_DAYS, SlotRule.ALIVE);
  }

  /** The same where exposures are sized by another rule. */
  public PositionSettings withSlots(SlotRule other) {
    return new PositionSettings(band, halfLifeDays, other, leverage, sizing);
  }

  /** The same by another size. */
  public PositionSettings withSizing(Sizing other) {
    return new PositionSettings(band, halfLifeDays, slots, leverage, other);
  }

  /** An account that begins. */
  public NetPositions book(BarRate bars) {
    return new NetPositions(
        new NoTradeBand(band, halfLifeDays * bars.perDay(), leverage), leverage);
  }
}
