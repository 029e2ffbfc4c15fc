/**
 * What the test of a strategy needs, with or without JUnit: invented markets, a rehearsal on them,
 * and the promises that every strategy keeps. Start with {@link
 * io.mirrorcore.strategy.kit.StrategyContract}. Nothing of it runs in a job.
 */
package io.mirrorcore.strategy.kit;
