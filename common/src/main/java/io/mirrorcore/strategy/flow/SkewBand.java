package io.mirrorcore.strategy.flow;

import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionType;

/**
 * Which options make a skew: out of the money by a band on either side, and not of tomorrow.
 *
 * @param fewestDays least time to expiry, in days
 * @param mostDays greatest time to expiry
 * @param putLow least strike / spot of a put
 * @param putHigh greatest of a put
 * @param callLow least of a call
 * @param callHigh greatest of a call
 */
record SkewBand(
    double fewestDays,
    double mostDays,
    double putLow,
    double putHigh,
    double callLow,
    double callHigh) {

  /** A week to a quarter, 5 to 20 % out of the money. */
  static final SkewBand USUAL = new SkewBand(7, 90, 0.80, 0.95, 1.05, 1.20);

  private static final double DAY_MS = 86_400_000;

  boolean holds(OptionContract contract, double spot, long time) {
    double days = (contract.expiry() - time) / DAY_MS;
    double moneyness = contract.strike() / spot;
    boolean put = contract.type() == OptionType.PUT;
    return days >= fewestDays
        && days <= mostDays
        && moneyness >= (put ? putLow : callLow)
        && moneyness <= (put ? putHigh : callHigh);
  }
}
