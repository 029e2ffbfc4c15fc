/**
 * What the weights that the pipeline published would have earned, and what that proves. Start with
 * {@link io.mirrorcore.backtest.BacktestEvaluation}, which reads the records of the topics {@code
 * strategy-returns} and {@code weights} in order of event time, and the closes where there are
 * some, and gives a {@link io.mirrorcore.backtest.report.BacktestResult}, the report as a tree of
 * records. Nothing here decides a weight: that is {@link io.mirrorcore.portfolio}'s. No clock, no
 * I/O, no JSON, no Flink; chance only from a seed of portfolio and times.
 */
package io.mirrorcore.backtest;
