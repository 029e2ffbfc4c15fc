package io.mirrorcore.backtest.breakdown;

/**
 * One change of what the ensemble holds of one symbol, after all strategies were netted.
 *
 * @param time close at which it was decided, and at whose price it counts, epoch milliseconds
 * @param symbol traded
 * @param price of that close; 0 where it is not known
 * @param before position, share of the capital, in the sign of what is held
 * @param after position
 * @param value (after - before) times the capital at that close; above 0 bought
 * @param cost of it, in units of the capital, booked in the bar that follows
 */
public record Trade(
    long time,
    String symbol,
    double price,
    double before,
    double after,
    double value,
    double cost) {}
