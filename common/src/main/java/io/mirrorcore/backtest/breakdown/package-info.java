/**
 * What one track of a backtest is made of: its drawdowns one by one, the shape of its returns, what
 * it was beside a benchmark, and what each symbol, strategy and trade brought and cost. Start with
 * {@link io.mirrorcore.backtest.breakdown.Breakdown}. The figures that every track has stand in
 * {@code track}, what they prove in {@code evidence}; nothing is written to a file here.
 */
package io.mirrorcore.backtest.breakdown;
