package io.mirrorcore.market.option;

/**
 * One record of an underlying's options flow. A number that the feed does not have is NaN, inside
 * the program only: no topic ever carries one.
 *
 * @param symbol the underlying
 * @param time epoch milliseconds, event time
 * @param contract expiry, strike and type
 * @param spot price of the underlying, or NaN
 * @param bid best bid of the option, zero or more, or NaN
 * @param ask best ask of the option, zero or more, or NaN
 * @param price last trade price of the option, or NaN
 * @param volume contracts traded since the contract's previous record, zero or more
 * @param openInterest open contracts, zero or more, or NaN
 * @param iv implied volatility per year (0.25 is 25 %), or NaN
 * @param gamma change of delta per unit of spot, or NaN
 */
public record OptionPrint(
    String symbol,
    long time,
    OptionContract contract,
    double spot,
    double bid,
    double ask,
    double price,
    double volume,
    double openInterest,
    double iv,
    double gamma) {

  /** The option's value: the mid of a two-sided quote, else the last price, else NaN. */
  public double value() {
    return bid > 0 && ask >= bid ? 0.5 * (bid + ask) : price;
  }
}
