package io.mirrorcore.portfolio.record;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each strategy earned over one bar.
 *
 * @param portfolio name of the portfolio
 * @param time the bar's close, epoch milliseconds
 * @param returns simple return net of cost, by strategy, sorted
 * @param deployed whether the strategy had a position during the bar, by strategy, sorted
 * @param marketReturn equal-weighted mean of the symbols' simple returns
 */
public record StrategyReturns(
    String portfolio,
    long time,
    Map<String, Double> returns,
    Map<String, Boolean> deployed,
    double marketReturn) {

  public StrategyReturns {
    returns = ByName.numbers(returns);
    deployed = ByName.flags(deployed);
    marketReturn = ByName.finite("marketReturn", marketReturn);
  }

  public static StrategyReturns of(PortfolioBar bar) {
    TreeMap<String, Boolean> deployed = new TreeMap<>();
    for (int k = 0; k < bar.strategies().length; k++) {
      deployed.put(bar.strategies()[k], bar.deployed()[k]);
    }
    return new StrategyReturns(
        bar.portfolio(),
        bar.time(),
        ByName.of(List.of(bar.strategies()), bar.strategyReturns()),
        deployed,
        bar.marketReturn());
  }
}
