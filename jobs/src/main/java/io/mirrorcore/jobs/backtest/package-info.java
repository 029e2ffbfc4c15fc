/**
 * A backtest as a job: {@link io.mirrorcore.jobs.backtest.BacktestTopology} is the live topology on
 * files, {@link io.mirrorcore.jobs.backtest.BacktestRun} drives it and judges what it published,
 * {@link io.mirrorcore.jobs.backtest.BacktestFiles} is what it leaves behind. Start reading at
 * {@code BacktestRun}. No figure is computed here: that is {@code io.mirrorcore.backtest} of
 * common.
 */
package io.mirrorcore.jobs.backtest;
