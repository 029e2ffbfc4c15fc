package io.mirrorcore.power;

import io.mirrorcore.profile.MarketVolatility;

/**
 * HOLD at a volatility of 10 % a year, the rest in cash: every week by the volatility of the last
 * five years that half-lives of 40 days make of it.
 *
 * @param market column of HOLD
 */
record MarketAtTarget(int market, Calendar calendar) implements Allocator {

  @Override
  public Run start() {
    RecentReturns recent = new RecentReturns(calendar.window());
    return new Run() {
      private double held;
      private int periods;

      @Override
      public double step(double[] row) {
        double earned = held * row[market];
        recent.add(row[market]);
        if (calendar.decidesAfter(++periods)) {
          double volatility =
              MarketVolatility.of(recent.all(), calendar.scale(), MarketVolatility.HALF_LIFE_DAYS);
          held = volatility > 0 ? Math.min(1, MarketVolatility.TARGET / volatility) : 1;
        }
        return earned;
      }
    };
  }
}
