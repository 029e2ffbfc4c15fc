/**
 * Operators keyed by portfolio: the close of all its symbols ({@link
 * io.mirrorcore.jobs.operator.portfolio.PortfolioFunction}, start there), then its weights,
 * positions and alerts ({@link io.mirrorcore.jobs.operator.portfolio.EnsembleFunction}). Formulas
 * are those of {@code io.mirrorcore.portfolio} in common: here are only keys, timers and state.
 */
package io.mirrorcore.jobs.operator.portfolio;
