package io.mirrorcore.market;

/**
 * One bar of one symbol.
 *
 * @param symbol the venue's name of the instrument
 * @param time epoch milliseconds of the bar's <em>close</em>, never of its open
 * @param open first price, positive
 * @param high highest price, at least {@code low}
 * @param low lowest price, positive
 * @param close last price, positive
 * @param volume traded quantity, zero or more
 */
public record Bar(
    String symbol, long time, double open, double high, double low, double close, double volume) {}
