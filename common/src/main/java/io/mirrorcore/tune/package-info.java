/**
 * The search for the two numbers that the ensemble's problem is posed with, lambda and eta: {@link
 * io.mirrorcore.tune.Grid} tries every pair, {@link io.mirrorcore.tune.BayesianSearch} asks a
 * Gaussian process where to look next, and {@link io.mirrorcore.tune.TuningJudgement} says what the
 * best of the trials is worth. Start with {@code BayesianSearch}. How a trial is made does not
 * belong here: a search only ever sees numbers that came back.
 */
package io.mirrorcore.tune;
