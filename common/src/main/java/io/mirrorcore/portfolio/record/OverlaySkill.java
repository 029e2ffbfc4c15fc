package io.mirrorcore.portfolio.record;

/**
 * What an overlay believes of the market and of its strategies beyond it, so that it can be read
 * why the weights are what they are.
 *
 * @param years of returns in the estimate
 * @param market p_H, expected annual Sharpe ratio of HOLD
 * @param excess p_e, expected annual Sharpe ratio of what the strategies earn beyond the market; 0
 *     where they have shown nothing
 * @param beta of the strategies on HOLD
 * @param marketVolatility sigma_H, annual
 * @param excessVolatility sigma_e, annual
 */
public record OverlaySkill(
    double years,
    double market,
    double excess,
    double beta,
    double marketVolatility,
    double excessVolatility) {

  public OverlaySkill {
    years = ByName.finite("years", years);
    market = ByName.finite("market", market);
    excess = ByName.finite("excess", excess);
    beta = ByName.finite("beta", beta);
    marketVolatility = ByName.finite("marketVolatility", marketVolatility);
    excessVolatility = ByName.finite("excessVolatility", excessVolatility);
  }
}
