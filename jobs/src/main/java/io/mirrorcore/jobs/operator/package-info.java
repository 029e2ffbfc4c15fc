/**
 * The Flink operators: keys, timers and state around the mathematics of {@code common}, and nothing
 * of the mathematics itself. In the order of the stream: {@link
 * io.mirrorcore.jobs.operator.admit.AdmitFunction}, {@link
 * io.mirrorcore.jobs.operator.symbol.SymbolFunction}, {@link
 * io.mirrorcore.jobs.operator.portfolio.PortfolioFunction}, {@link
 * io.mirrorcore.jobs.operator.portfolio.EnsembleFunction}. How they are wired is in {@code
 * topology}.
 */
package io.mirrorcore.jobs.operator;
