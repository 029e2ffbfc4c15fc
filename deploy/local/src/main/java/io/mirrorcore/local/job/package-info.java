/**
 * The topology on a Flink MiniCluster inside this JVM: {@link io.mirrorcore.local.job.LocalJob},
 * where to start, runs, awaits and stops a job, {@link io.mirrorcore.local.job.JobSummary} says
 * what a bounded one has produced. The graph itself is built in {@code jobs.topology}; nothing is
 * printed here.
 */
package io.mirrorcore.local.job;
