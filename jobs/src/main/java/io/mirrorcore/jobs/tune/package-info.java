/**
 * Tuning as a job: {@link io.mirrorcore.jobs.tune.TuneRun} drives it from strategy returns over the
 * trials to the report, {@link io.mirrorcore.jobs.tune.TrialTopology} shares the trials out over a
 * cluster, {@link io.mirrorcore.jobs.tune.TrialJournal} is what a killed run goes on from. Start
 * reading at {@code TuneRun}. Which trials are made, and what they prove, is {@code
 * io.mirrorcore.tune} of common.
 */
package io.mirrorcore.jobs.tune;
