package io.mirrorcore.backtest.account;

import io.mirrorcore.portfolio.record.PortfolioBar;

/**
 * One close, as a track sees it.
 *
 * @param time the close, epoch milliseconds
 * @param sleeves by which the arrays are ordered
 * @param returns simple return over the bar that ends, by sleeve; all 0 at the start
 * @param deployed whether the strategy had a position during it, by strategy
 * @param close with the exposures, those of the market behind those of the strategies; null where
 *     the symbols are not known
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, once
public record EvaluatedBar(
    long time, Sleeves sleeves, double[] returns, boolean[] deployed, PortfolioBar close) {}
