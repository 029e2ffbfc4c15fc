/**
 * A market that is not there: bars, quotes, trades and option prints of invented companies, made
 * from a seed, the same to the bit on every machine. Start with {@link
 * io.mirrorcore.local.simulator.MarketSimulator}. What becomes of the events is not known here.
 */
package io.mirrorcore.local.simulator;
