/**
 * The invented world that instruments live in: companies, regimes, common factors and the one
 * source of chance. Start with {@link io.mirrorcore.local.simulator.market.SimulatorSettings}. How
 * a price or a book moves in it is decided outside.
 */
package io.mirrorcore.local.simulator.market;
