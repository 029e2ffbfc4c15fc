/**
 * Kafka's administration as this project meets it: topics made, described and looked for, with
 * errors that a person can act on, before a job starts. {@link
 * io.mirrorcore.jobs.kafka.TopicLayout} knows which topics a configuration needs, {@link
 * io.mirrorcore.jobs.kafka.Topics} asks for them. What the topics carry is in {@code wire}; sources
 * and sinks are in {@code topology}.
 */
package io.mirrorcore.jobs.kafka;
