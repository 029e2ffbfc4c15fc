package io.mirrorcore.paper;

/**
 * An order that was filled, always as a whole.
 *
 * @param portfolio name of the portfolio
 * @param time of the price it was filled at: the bar's close, or the quote's time; epoch
 *     milliseconds
 * @param order number of the order
 * @param symbol what was traded
 * @param quantity units of the symbol: above 0 was bought, below 0 sold
 * @param price that was paid, slippage included, above 0
 * @param cost that was paid besides, money
 * @param slippage that is in the price, money, 0 or more
 */
public record PaperFill(
    String portfolio,
    long time,
    long order,
    String symbol,
    double quantity,
    double price,
    double cost,
    double slippage) {}
