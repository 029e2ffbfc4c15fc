package io.mirrorcore.local.simulator.option;

import io.mirrorcore.market.option.BlackScholes;
import io.mirrorcore.market.option.OptionContract;

/**
 * The quote of one option at one moment, in whole cents, with the numbers it was made with.
 *
 * @param bid 0 where it is worth less than a cent
 * @param ask at least a cent above the bid
 * @param iv volatility per year that the value was made with, four digits
 * @param gamma change of delta per unit of spot, six digits
 */
record OptionQuote(double bid, double ask, double iv, double gamma) {

  private static final double YEAR_MS = 365.0 * 24 * 3_600_000;
  private static final double HALF_SPREAD = 0.012;

  static OptionQuote of(OptionContract contract, long time, double spot, double volatility) {
    double years = (contract.expiry() - time) / YEAR_MS;
    BlackScholes model = new BlackScholes(spot, contract.strike(), years, 0, 0);
    double iv = rounded(volatility, 1e4);
    double cents = 100 * model.price(contract.type(), iv);
    double bid = Math.floor(cents * (1 - HALF_SPREAD));
    double ask = Math.max(bid + 1, Math.ceil(cents * (1 + HALF_SPREAD)));
    return new OptionQuote(bid / 100, ask / 100, iv, rounded(model.gamma(iv), 1e6));
  }

  private static double rounded(double value, double perUnit) {
    return Math.rint(value * perUnit) / perUnit;
  }
}
