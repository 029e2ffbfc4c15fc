package io.mirrorcore.backtest.track;

import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.profile.MarketVolatility;
import io.mirrorcore.regime.Cadence;
import java.util.ArrayList;
import java.util.List;

/**
 * The market at a constant risk: once a week as much of it as has {@value #TARGET} of volatility a
 * year, never more than all, the rest in cash.
 *
 * <pre>
 *   w_t     = min(1, 0.10 / sigma_t)
 *   sigma_t = sqrt(Y sum_i f_i r_i^2)     f of half-life 40 d, adding up to 1, over all bars so far
 * </pre>
 *
 * <p>The simplest thing that manages risk, with no skill in it: what an ensemble has to add to.
 */
public final class MarketAtVolatility {

  static final double TARGET = MarketVolatility.TARGET;
  private static final double HALF_LIFE_DAYS = MarketVolatility.HALF_LIFE_DAYS;
  private static final Cadence WEEKLY = Cadence.ofDays(7);

  private MarketAtVolatility() {}

  /** One decision. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Due(long time, double[] target) {}

  /**
   * The rule.
   *
   * @param table whose times the bars have
   * @param market return of the market at each row of the table
   * @param start first decision
   * @param place of the market among the sleeves
   */
  public static TargetRule rule(
      ReturnTable table, double[] market, long start, int place, BarRate bars) {
    return of(dues(table, market, start, place, bars));
  }

  private static List<Due> dues(
      ReturnTable table, double[] market, long start, int place, BarRate bars) {
    double forget = StrictMath.pow(0.5, 1 / (HALF_LIFE_DAYS * bars.perDay()));
    double squares = 0;
    double weights = 0;
    List<Due> dues = new ArrayList<>();
    int first = table.rowsUpTo(start);
    if (first == 0) {
      dues.add(new Due(start, target(1, place)));
    }
    for (int row = 0; row < market.length; row++) {
      squares = forget * squares + market[row] * market[row];
      weights = forget * weights + 1;
      boolean due =
          dues.isEmpty()
              ? row + 1 == first
              : WEEKLY.elapsed(table.time(row) - dues.get(dues.size() - 1).time(), 0);
      if (due) {
        double share = share(Math.sqrt(squares / weights * bars.perYear()));
        dues.add(new Due(dues.isEmpty() ? start : table.time(row), target(share, place)));
      }
    }
    return dues;
  }

  static double share(double volatility) {
    return volatility > TARGET ? TARGET / volatility : 1;
  }

  private static double[] target(double share, int place) {
    double[] target = new double[place + 1];
    target[place] = share;
    return target;
  }

  private static TargetRule of(List<Due> dues) {
    return new TargetRule() {
      @Override
      public int dues() {
        return dues.size();
      }

      @Override
      public long time(int due) {
        return dues.get(due).time();
      }

      @Override
      public boolean trades(int due) {
        return true;
      }

      @Override
      public double[] target(int due) {
        return dues.get(due).target();
      }
    };
  }
}
