/**
 * Strategies on the aligned bars of all symbols of a portfolio, or on its pairs:
 * CORRELATION_MATRIX, PAIRS_TRADING, CAUSALITY_DETECTOR, and what they keep of a symbol. Start with
 * {@link io.mirrorcore.strategy.cross.CorrelationMatrix}. What one symbol's bars suffice for
 * belongs to {@code price}. The words <em>level</em> and <em>latched</em> are explained in {@link
 * io.mirrorcore.strategy}.
 */
package io.mirrorcore.strategy.cross;
