package io.mirrorcore.paper;

import io.mirrorcore.portfolio.ledger.CostModel;
import java.io.Serializable;
import java.util.Objects;

/**
 * All numbers of an account on paper.
 *
 * @param capital that it begins with, above 0
 * @param fill when an order is filled
 * @param limits of orders
 * @param charge what trading costs
 */
public record PaperSettings(double capital, Fill fill, OrderLimits limits, Charge charge)
    implements Serializable {

  /** When an order is filled, and at which price. */
  public enum Fill {
    /** At the price that follows the decision: the next bar's open, or the next quote. */
    NEXT,
    /** At the close at which it was decided, as the backtest's account has it. */
    CLOSE
  }

  /** What the cost of trading is a share of. */
  public enum CostBase {
    /** The change of the position that was asked for, as in the backtest: drift costs nothing. */
    CHANGES,
    /** All that is traded. */
    TRADED
  }

  /**
   * What an order has to obey. Each may be 0, and then rules nothing.
   *
   * @param lot of which orders are whole multiples, units of the symbol
   * @param minTrade value below which no order is sent
   * @param priceBand share of the decided price by which a fill may be off
   * @param maxOrders at one close; the largest by value go first, the others wait
   */
  public record OrderLimits(double lot, double minTrade, double priceBand, int maxOrders)
      implements Serializable {

    /** No limits. */
    public static final OrderLimits NONE = new OrderLimits(0, 0, 0, 0);

    public OrderLimits {
      notNegative("lot", lot);
      notNegative("min-trade", minTrade);
      notNegative("price-band", priceBand);
      notNegative("max-orders", maxOrders);
    }
  }

  /**
   * What trading costs.
   *
   * @param costs by symbol, share of what {@code base} says
   * @param base of the cost
   * @param slippage share of the price by which every fill is worse
   */
  public record Charge(CostModel costs, CostBase base, double slippage) implements Serializable {

    public Charge {
      Objects.requireNonNull(costs, "costs");
      Objects.requireNonNull(base, "base");
      if (!(slippage >= 0 && slippage < 1)) {
        throw new IllegalArgumentException("slippage must be in [0, 1); have " + slippage);
      }
    }

    /** As the backtest charges. */
    Charge ideal() {
      return new Charge(costs, CostBase.CHANGES, 0);
    }
  }

  public PaperSettings {
    Objects.requireNonNull(fill, "fill");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(charge, "charge");
    if (!(capital > 0 && capital < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("capital must be above 0; have " + capital);
    }
  }

  private static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0; have " + value);
    }
  }

  /** The account of the backtest: filled at the close, at its costs, without limits. */
  PaperSettings ideal() {
    return new PaperSettings(capital, Fill.CLOSE, OrderLimits.NONE, charge.ideal());
  }

  /** The ideal account, but that it is filled when these say. */
  PaperSettings delayed() {
    return new PaperSettings(capital, fill, OrderLimits.NONE, charge.ideal());
  }

  /** The delayed account at these costs. */
  PaperSettings charged() {
    return new PaperSettings(capital, fill, OrderLimits.NONE, charge);
  }

  /** The charged account with whole lots and a least trade. */
  PaperSettings rounded() {
    OrderLimits rounding = new OrderLimits(limits.lot(), limits.minTrade(), 0, 0);
    return new PaperSettings(capital, fill, rounding, charge);
  }
}
