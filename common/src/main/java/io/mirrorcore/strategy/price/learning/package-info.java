/**
 * What RL_AGENT learns with: {@link io.mirrorcore.strategy.price.learning.ActionValues}, where to
 * start, and the table of each edition. Market states are numbers here; what they stand for is the
 * strategy's.
 */
package io.mirrorcore.strategy.price.learning;
