/**
 * Operators of the strategies on pairs, shared out over keyed shards. Start with {@link
 * io.mirrorcore.jobs.operator.pair.PairShardFunction}. What the strategies find is combined in
 * {@code operator.portfolio}; no formula is here.
 */
package io.mirrorcore.jobs.operator.pair;
