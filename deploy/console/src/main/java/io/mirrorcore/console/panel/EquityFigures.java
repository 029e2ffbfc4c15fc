package io.mirrorcore.console.panel;

/**
 * What one track came to.
 *
 * @param total return since the start, of 1
 * @param drawdown the loss of the moment from the highest value so far, in [0, 1]
 * @param maxDrawdown the largest one of the bars that were read
 */
record EquityFigures(double total, double drawdown, double maxDrawdown) {}
