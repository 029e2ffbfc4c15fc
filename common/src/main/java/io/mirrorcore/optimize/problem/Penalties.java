package io.mirrorcore.optimize.problem;

/**
 * The price of risk, and of trading away from the weights held now, in units of return.
 *
 * @param lambda risk aversion, 0 or more
 * @param eta turnover penalty, 0 or more
 * @param previous N weights held now, from which turnover is measured; they need neither be inside
 *     the box nor sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Penalties(double lambda, double eta, double[] previous) {}
