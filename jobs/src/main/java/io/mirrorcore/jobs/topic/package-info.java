/**
 * The one list of topics. Start with {@link io.mirrorcore.jobs.topic.Topic}: what a topic is called
 * and carries, who reads and writes it, how it is kept; everything else about topics (option keys,
 * uids, creation, rights, the tables of the README and of the security page) is derived from it. No
 * configuration and no Kafka here: what a user has called a topic is in {@code topology.kafka}, and
 * what a broker says of it in {@code jobs.kafka}.
 */
package io.mirrorcore.jobs.topic;
