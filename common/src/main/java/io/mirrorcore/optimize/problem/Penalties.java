package io.mirrorcore.optimize.problem;

/**
 * What counts against a return: risk, and trading away from the weights held now.
 *
 * @param lambda risk aversion, 0 or more
 * @param eta turnover penalty, 0 or more
 * @param previous N weights held now, from which turnover is measured; they need neither be inside
 *     the box nor sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Penalties(double lambda, double eta, double[] previous) {}
