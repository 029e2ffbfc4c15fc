/**
 * How much a track's figures prove: moments, bootstrap intervals, the Probabilistic and Deflated
 * Sharpe Ratio, the probability of overfitting. Start with {@link
 * io.mirrorcore.backtest.evidence.Evidence}; {@link io.mirrorcore.backtest.evidence.ReturnMoments}
 * is what all are built on. It knows arrays of returns only: what a track is belongs to {@code
 * track}, the words of a verdict to {@code report}.
 */
package io.mirrorcore.backtest.evidence;
