package io.mirrorcore.optimize;

/**
 * Return, risk and turnover of weights under the estimates of their problem, in its unit.
 *
 * @param expectedReturn w'mu
 * @param volatility sqrt(w'Sigma w), 0 or more
 * @param sharpe expectedReturn / volatility; 0 where the volatility is 0
 * @param turnover sum |w - previous|; 1, the build-up from cash, where nothing was held
 * @param riskContributions {@link RiskContributions}, adding up to 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record WeightFigures(
    double expectedReturn,
    double volatility,
    double sharpe,
    double turnover,
    double[] riskContributions) {

  /**
   * The figures of some weights; all 0 where there are none.
   *
   * @param hasPrevious whether the problem's previous weights were really held
   */
  public static WeightFigures of(PortfolioProblem p, double[] weights, boolean hasPrevious) {
    if (weights.length == 0) {
      return new WeightFigures(0, 0, 0, 0, new double[0]);
    }
    double expected = 0;
    double turnover = 0;
    for (int i = 0; i < weights.length; i++) {
      expected += weights[i] * p.moments().mu()[i];
      turnover += Math.abs(weights[i] - p.penalties().previous()[i]);
    }
    double volatility = Math.sqrt(RiskContributions.variance(weights, p.moments().sigma()));
    return new WeightFigures(
        expected,
        volatility,
        volatility > 0 ? expected / volatility : 0,
        hasPrevious ? turnover : 1,
        RiskContributions.of(weights, p.moments().sigma()));
  }

  /**
   * The same in another unit of time.
   *
   * @param bars how many of its bars make one of this unit, positive
   */
  public WeightFigures perBar(double bars) {
    double risk = volatility / Math.sqrt(bars);
    double gain = expectedReturn / bars;
    return new WeightFigures(gain, risk, risk > 0 ? gain / risk : 0, turnover, riskContributions);
  }
}
