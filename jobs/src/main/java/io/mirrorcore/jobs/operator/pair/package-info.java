/**
 * Operators of the strategies on pairs, shared out over keyed shards. Start with {@link
 * io.mirrorcore.jobs.operator.pair.PairShardFunction}.
 */
package io.mirrorcore.jobs.operator.pair;
