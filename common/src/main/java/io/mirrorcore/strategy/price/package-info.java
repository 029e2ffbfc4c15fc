/**
 * Strategies on the bars of one symbol alone, one file each. {@link
 * io.mirrorcore.strategy.price.UtBot} is a good first one to read. An indicator that a second
 * strategy could use belongs to {@code indicator}. The words <em>level</em> and <em>latched</em>
 * are explained in {@link io.mirrorcore.strategy}.
 */
package io.mirrorcore.strategy.price;
