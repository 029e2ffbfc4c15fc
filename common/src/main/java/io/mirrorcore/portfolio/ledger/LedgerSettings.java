package io.mirrorcore.portfolio.ledger;

import io.mirrorcore.calendar.MarketSessions;
import java.io.Serializable;
import java.util.Objects;

/**
 * The numbers of {@link StrategyReturnsLedger}.
 *
 * @param slots what a position of 1 is a share of
 * @param costs cost of trading
 * @param moveWindow earlier returns of a symbol in the standard deviation that measures its newest,
 *     bars, at least 2
 * @param forgetAfter bars without one of a symbol, in its own sessions, after which its positions
 *     are closed and it is forgotten, at least 1
 * @param sessions in which a symbol can miss a bar; where they are not known, every bar of the
 *     portfolio
 */
public record LedgerSettings(
    SlotRule slots, CostModel costs, int moveWindow, int forgetAfter, MarketSessions sessions)
    implements Serializable {

  public LedgerSettings {
    Objects.requireNonNull(slots, "slots");
    Objects.requireNonNull(costs, "costs");
    Objects.requireNonNull(sessions, "sessions");
    if (moveWindow < 2) {
      throw new IllegalArgumentException("move-window must be at least 2; have " + moveWindow);
    }
    if (forgetAfter < 1) {
      throw new IllegalArgumentException("forget-after must be at least 1; have " + forgetAfter);
    }
  }

  /** Slots of those alive, default costs, 20 returns, 60 bars, no sessions known. */
  public static LedgerSettings defaults() {
    return new LedgerSettings(
        SlotRule.ALIVE, CostModel.defaults(), 20, 60, MarketSessions.unknown());
  }
}
