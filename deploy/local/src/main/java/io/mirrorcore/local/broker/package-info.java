/**
 * A real Kafka broker inside this JVM, for the demo, for tests and for trying things: start with
 * {@link io.mirrorcore.local.broker.EmbeddedBroker}, and with {@link
 * io.mirrorcore.local.broker.BrokerSecurity} where TLS and passwords are to be tried. What the
 * topics carry is not known here.
 */
package io.mirrorcore.local.broker;
