package io.mirrorcore.backtest.evidence;

/**
 * Where an annualised Sharpe ratio lies.
 *
 * @param low lower end
 * @param high upper end, at least low; both the same where the returns do not vary
 * @param level probability that an interval made this way holds the true ratio
 */
public record SharpeInterval(double low, double high, double level) {}
