/**
 * From strategy returns to weights, one bar at a time: window, estimate, regime, problem, solution,
 * gate. Start with {@link io.mirrorcore.portfolio.ensemble.Ensemble}; {@link
 * io.mirrorcore.portfolio.ensemble.DecisionGate} decides between REBALANCED, PARTIAL and the ways
 * to hold. How a problem is solved belongs to {@code optimize}, how a mean or covariance is
 * estimated to {@code estimate}.
 */
package io.mirrorcore.portfolio.ensemble;
