/**
 * What a running ensemble earns, and what it is compared with, bar by bar: the accounts of the
 * backtest's tracks, kept while the job runs. Start with {@link
 * io.mirrorcore.backtest.live.Performance}. No formula of a figure belongs here: those are of
 * {@code track} and {@code account}, or a job and its backtest would disagree.
 */
package io.mirrorcore.backtest.live;
