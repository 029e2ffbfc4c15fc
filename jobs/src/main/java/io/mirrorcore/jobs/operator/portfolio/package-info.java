/**
 * Operators keyed by portfolio: the close of all its symbols ({@link
 * io.mirrorcore.jobs.operator.portfolio.PortfolioFunction}, start there), then its weights,
 * positions and alerts ({@link io.mirrorcore.jobs.operator.portfolio.EnsembleFunction}).
 */
package io.mirrorcore.jobs.operator.portfolio;
