/**
 * What a backtest says in the end, as a tree of records: tables, tracks, the verdict and its
 * wording, where the data came from. Start with {@link
 * io.mirrorcore.backtest.report.BacktestResult}. Every figure here was computed in {@code track} or
 * {@code evidence}; no JSON and no HTML is written here.
 */
package io.mirrorcore.backtest.report;
