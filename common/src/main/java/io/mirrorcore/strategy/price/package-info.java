/**
 * Strategies on the bars of one symbol alone, one file each. {@link
 * io.mirrorcore.strategy.price.UtBot} is a good first one to read. An indicator that a second
 * strategy could use belongs to {@code indicator}.
 */
package io.mirrorcore.strategy.price;
