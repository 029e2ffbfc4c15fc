package io.mirrorcore.strategy;

/**
 * One symbol whose past says something of another's, as a strategy has found it at one close.
 *
 * @param leader symbol
 * @param follower symbol, another
 * @param lag bars after which it shows most, 1 or more
 * @param p that it is chance, brought up for the number of pairs that were looked at, in [0, 1]
 * @param coefficient what the follower does for 1 of the leader, in the units of the strategy; its
 *     sign says in which direction
 */
public record LeadLag(String leader, String follower, int lag, double p, double coefficient) {}
