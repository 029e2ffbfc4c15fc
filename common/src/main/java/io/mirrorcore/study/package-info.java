/**
 * What a strategy is worth by itself, from what the ledger says it held: trades, Sharpe ratios,
 * break-even cost, information coefficients and their decay, by symbol, by regime and together.
 * Start with {@link io.mirrorcore.study.Study}. No strategy is run here and no file is read: a
 * study knows only {@link io.mirrorcore.study.StudyBar}.
 */
package io.mirrorcore.study;
