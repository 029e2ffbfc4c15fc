/**
 * Prints of options, the contracts they are of, and Black-Scholes; {@link
 * io.mirrorcore.market.option.OptionFold}, where to start, gathers the prints of one bar. No
 * opinion about the flow belongs here.
 */
package io.mirrorcore.market.option;
