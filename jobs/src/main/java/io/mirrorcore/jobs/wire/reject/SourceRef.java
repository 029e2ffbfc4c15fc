package io.mirrorcore.jobs.wire.reject;

/**
 * The place that a record came from, so that a dead letter can be found again.
 *
 * @param topic topic, or the name of the file
 * @param partition partition, 0 for a file
 * @param offset offset, or the line number of a file (the header is line 1)
 */
public record SourceRef(String topic, int partition, long offset) {}
