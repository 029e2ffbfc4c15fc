/**
 * Strategies on what lies behind the bars of one symbol: quotes, depth and trades (LIQUIDITY_FLOW,
 * MICROSTRUCTURE) and prints of its options (OPTION_FLOW). Start with {@link
 * io.mirrorcore.strategy.flow.LiquidityFlow}. The folds that sum up ticks and prints per bar are in
 * {@code market}. The words <em>level</em> and <em>latched</em> are explained in {@link
 * io.mirrorcore.strategy}.
 */
package io.mirrorcore.strategy.flow;
