/**
 * One track each: weights or a rule for weights, run over the bars, and the figures of what came of
 * it. Start with {@link io.mirrorcore.backtest.track.Evaluated}, which runs all of them at once,
 * then {@link io.mirrorcore.backtest.track.Figures}. How an account is kept is next door in {@code
 * account}; whether a figure proves anything is asked in {@code evidence}.
 */
package io.mirrorcore.backtest.track;
