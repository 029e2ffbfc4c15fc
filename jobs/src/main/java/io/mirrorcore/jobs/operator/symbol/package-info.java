/**
 * The operator keyed by symbol, which folds ticks and options into bars and runs every strategy
 * that needs one symbol alone. Start with {@link
 * io.mirrorcore.jobs.operator.symbol.SymbolFunction}.
 */
package io.mirrorcore.jobs.operator.symbol;
