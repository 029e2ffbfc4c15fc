/**
 * Trades and quotes of one symbol and what one bar sums up of them: {@link
 * io.mirrorcore.market.tick.TickFold}, where to start, with the classifier of trades (Lee and
 * Ready) and the time-weighted book. No opinion about the flow belongs here.
 */
package io.mirrorcore.market.tick;
