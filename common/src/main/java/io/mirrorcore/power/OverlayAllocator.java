package io.mirrorcore.power;

import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.profile.MarketVolatility;
import io.mirrorcore.profile.OverlayEstimate;

/**
 * The profile "overlay" on returns: HOLD at 10 % volatility and, beside it, the mean of all
 * strategies for what it has shown beyond the market. Positions below zero in the market and above
 * one in all are not taken, as in the live job; the smoothing of positions has no counterpart here.
 *
 * @param strategies K, the first columns
 * @param market column of HOLD
 */
record OverlayAllocator(int strategies, int market, Calendar calendar) implements Allocator {

  @Override
  public Run start() {
    return new Walk();
  }

  private final class Walk implements Run {

    private final RecentReturns ofMarket = new RecentReturns(calendar.window());
    private final RecentReturns ofSleeve = new RecentReturns(calendar.window());
    private double inMarket;
    private double inSleeve;
    private int periods;

    @Override
    public double step(double[] row) {
      double sleeve = 0;
      for (int i = 0; i < strategies; i++) {
        sleeve += row[i] / strategies;
      }
      double earned = inMarket * row[market] + inSleeve * sleeve;
      ofMarket.add(row[market]);
      ofSleeve.add(sleeve);
      if (calendar.decidesAfter(++periods)) {
        decide();
      }
      return earned;
    }

    private void decide() {
      OverlayEstimate estimate =
          OverlayEstimate.of(
              ofMarket.all(), ofSleeve.all(), calendar.scale(), TwoSpeeds.defaults());
      double scale = estimate.scale(MarketVolatility.TARGET);
      double u = per(scale * estimate.excess(), estimate.excessVolatility());
      double a = per(scale * estimate.market(), estimate.marketVolatility());
      inMarket = Math.max(0, a - estimate.beta() * u);
      double gross = Math.max(1, inMarket + u);
      inMarket /= gross;
      inSleeve = u / gross;
    }

    private static double per(double wanted, double volatility) {
      return volatility > 0 ? wanted / volatility : 0;
    }
  }
}
