/**
 * One track each: weights or a rule for weights, held against the strategies' returns, and the
 * figures of what came of it. Start with {@link io.mirrorcore.backtest.track.TrackRun}, then {@link
 * io.mirrorcore.backtest.track.Figures}. Whether a figure proves anything is asked in {@code
 * evidence}.
 */
package io.mirrorcore.backtest.track;
