/**
 * A project for a strategy of the user's own. Start with {@link
 * io.mirrorcore.local.scaffold.StrategyProject}; its files are the resources beside it, with places
 * to fill. What a strategy promises is tested by {@code io.mirrorcore.strategy.kit}, not here.
 */
package io.mirrorcore.local.scaffold;
