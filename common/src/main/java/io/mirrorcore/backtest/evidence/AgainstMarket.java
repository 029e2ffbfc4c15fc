package io.mirrorcore.backtest.evidence;

/**
 * A track beside the market that it could have been.
 *
 * @param sharpeDifference annualised Sharpe ratio less that of HOLD on the same bars; null where it
 *     is not asked for
 * @param alpha what it earned beyond a multiple of HOLD at 10 % volatility; null with fewer than
 *     three bars
 */
public record AgainstMarket(SharpeDifference sharpeDifference, MarketAlpha alpha) {}
