/**
 * The operator keyed by symbol, which folds ticks and options into bars and runs every strategy
 * that needs one symbol alone. Start with {@link
 * io.mirrorcore.jobs.operator.symbol.SymbolFunction}. How a tick or an option print is folded into
 * a bar is decided in {@code io.mirrorcore.market} of common.
 */
package io.mirrorcore.jobs.operator.symbol;
