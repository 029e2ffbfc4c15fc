package io.mirrorcore.portfolio.record;

/**
 * What an ensemble came to by one close, beside what it is compared with. All of it is net of cost,
 * and of the bars after {@code since}.
 *
 * @param portfolio name of the portfolio
 * @param time the close, epoch milliseconds
 * @param since close of the first weights of an estimate: nothing was earned before, epoch
 *     milliseconds
 * @param bars from then on, 1 or more
 * @param expectedReturn what the estimate had promised of the weights in force, over the bar
 * @param realisedReturn simple return over the bar
 * @param cost of what was traded for the bar, share of the capital; without that of positions where
 *     the symbols are not known, since it is in the strategies' returns
 * @param equity value of what was 1
 * @param drawdown loss from the highest equity so far, 0 or a negative share
 * @param equalWeightEquity the same of 1/N of the strategies that have had a position so far
 * @param holdEquity the same of the market, bought and held; null where it is not known
 * @param rollingSharpe annualised, of the last {@code ensemble.window} bars, at most a year; null
 *     while there are fewer
 * @param winRate share of bars with a gain among those with a position, in [0, 1]
 */
public record PerformanceRecord(
    String portfolio,
    long time,
    long since,
    int bars,
    double expectedReturn,
    double realisedReturn,
    double cost,
    double equity,
    double drawdown,
    double equalWeightEquity,
    Double holdEquity,
    Double rollingSharpe,
    double winRate) {

  public PerformanceRecord {
    expectedReturn = ByName.finite("expectedReturn", expectedReturn);
    realisedReturn = ByName.finite("realisedReturn", realisedReturn);
    cost = ByName.finite("cost", cost);
    drawdown = ByName.finite("drawdown", drawdown);
  }
}
