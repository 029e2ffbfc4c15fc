package io.mirrorcore.portfolio.record;

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

  /** What was earned over {@code bar}, as the topic has it. */
  public static StrategyReturns of(PortfolioBar bar, BarReturns earned) {
    TreeMap<String, Boolean> deployed = new TreeMap<>();
    for (int k = 0; k < bar.strategies().size(); k++) {
      deployed.put(bar.strategies().get(k), earned.deployed()[k]);
    }
    return new StrategyReturns(
        bar.portfolio(),
        bar.time(),
        ByName.of(bar.strategies(), earned.byStrategy()),
        deployed,
        earned.market());
  }
}
