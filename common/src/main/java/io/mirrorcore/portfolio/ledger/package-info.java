/**
 * From the positions of strategies to their returns: slots of capital, costs, gaps, and the
 * positions a symbol holds. Start with {@link
 * io.mirrorcore.portfolio.ledger.StrategyReturnsLedger}. It weights nothing: that is {@code
 * ensemble}'s.
 */
package io.mirrorcore.portfolio.ledger;
