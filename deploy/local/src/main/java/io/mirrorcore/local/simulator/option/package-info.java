/**
 * The options of an invented company: which contracts are listed, what they are worth, which trade.
 * Start with {@link io.mirrorcore.local.simulator.option.ListedChain}. Its prices come from
 * outside: nothing here moves the underlying.
 */
package io.mirrorcore.local.simulator.option;
