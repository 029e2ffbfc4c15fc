/**
 * How records get to Kafka, below what the outputs of a job are. Start reading at {@link
 * io.mirrorcore.jobs.topology.kafka.sink.ClosingKafkaSink}. Nothing here knows a topic or a
 * setting.
 */
package io.mirrorcore.jobs.topology.kafka.sink;
