/**
 * Runs the topology on a Flink MiniCluster inside this JVM: {@link
 * io.mirrorcore.local.job.LocalJob} starts, waits and stops; {@link
 * io.mirrorcore.local.job.TopicLayout} knows the topics a job needs.
 */
package io.mirrorcore.local.job;
