package io.mirrorcore.jobs.operator;

/**
 * The progress of one partition in event time.
 *
 * @param topic topic or file
 * @param partition partition of the topic, 0 for a file
 * @param newest largest event time admitted so far, epoch milliseconds
 */
public record PartitionClock(String topic, int partition, long newest) {}
