/**
 * Runs the topology on a Flink MiniCluster inside this JVM: {@link
 * io.mirrorcore.local.job.LocalJob} starts, waits and stops, {@link
 * io.mirrorcore.local.job.JobSummary} says what came out.
 */
package io.mirrorcore.local.job;
