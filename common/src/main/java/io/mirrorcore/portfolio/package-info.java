/**
 * From the positions of strategies to the weights of the ensemble, one bar of a portfolio at a
 * time. {@link io.mirrorcore.portfolio.ledger.StrategyReturnsLedger} turns positions into returns,
 * {@link io.mirrorcore.portfolio.ensemble.Ensemble} turns returns into weights, target positions
 * and alerts; start with the latter. The records that reach topics are in {@code record}, and the
 * numbers of the ensemble in {@code settings}. No clock, no I/O, no Flink.
 */
package io.mirrorcore.portfolio;
