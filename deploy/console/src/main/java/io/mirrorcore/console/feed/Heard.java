package io.mirrorcore.console.feed;

import io.mirrorcore.jobs.topic.Topic;

/**
 * One record as it was heard. Nobody may change the array.
 *
 * @param topic an output of the job
 * @param stamp Kafka's time stamp, epoch milliseconds
 * @param arrival when it got here, epoch milliseconds
 * @param value its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came
public record Heard(Topic topic, long stamp, long arrival, byte[] value) {}
