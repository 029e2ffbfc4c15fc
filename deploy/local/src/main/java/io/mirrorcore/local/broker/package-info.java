/**
 * Kafka as the programs on one machine meet it: a broker inside this JVM, and topics made, listed
 * and looked for with errors that a person can act on. Start with {@link
 * io.mirrorcore.local.broker.EmbeddedBroker} and {@link io.mirrorcore.local.broker.Topics}. What
 * the topics carry is not known here.
 */
package io.mirrorcore.local.broker;
