/**
 * Commands that help to decide whether to trust the weights: {@code backtest}, {@code tune}, {@code
 * optimize}, {@code estimate}, and the options they share. Start with {@link
 * io.mirrorcore.local.cli.research.BacktestCommand}. No figure is computed here: that is {@code
 * jobs.backtest}, {@code jobs.tune} and the mathematics of {@code common}.
 */
package io.mirrorcore.local.cli.research;
