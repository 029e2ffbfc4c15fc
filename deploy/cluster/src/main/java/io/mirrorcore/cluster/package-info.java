/**
 * A real Flink cluster of processes on one machine, from Maven artifacts alone: {@link
 * io.mirrorcore.cluster.FlinkCluster} starts, submits to, looks at and stops it, with everything
 * that it needs to know in one directory. What the job computes is not known here; the command line
 * is in {@code deploy/local}.
 */
package io.mirrorcore.cluster;
