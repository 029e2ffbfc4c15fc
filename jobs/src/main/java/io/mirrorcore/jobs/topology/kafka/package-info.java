/**
 * The ends of the graph over Kafka. Start with {@link
 * io.mirrorcore.jobs.topology.kafka.KafkaInputs}. Topics are made and checked in {@code
 * jobs.kafka}.
 */
package io.mirrorcore.jobs.topology.kafka;
