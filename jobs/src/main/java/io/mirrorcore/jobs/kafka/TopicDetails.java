package io.mirrorcore.jobs.kafka;

import java.util.SortedMap;

/**
 * A topic as it is.
 *
 * @param name the topic's name
 * @param partitions number of partitions
 * @param replicas copies of each partition
 * @param config the settings made for this topic, by name; the broker's defaults are left out
 */
public record TopicDetails(
    String name, int partitions, int replicas, SortedMap<String, String> config) {}
