/**
 * What the operators show to a monitoring system while they run. {@link
 * io.mirrorcore.jobs.operator.metric.Metric} is the list; start there.
 *
 * <p>A metric never reaches a topic or a state: it may hold times of the machine, and starts anew
 * with the process. What a summary counts is in {@link io.mirrorcore.jobs.operator.Tally}.
 */
package io.mirrorcore.jobs.operator.metric;
