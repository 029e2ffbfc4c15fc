/**
 * The schema registry: a client of what Confluent's, Karapace's and Apicurio's HTTP interface have
 * in common. Start with {@link io.mirrorcore.jobs.registry.RegistryAddress}. How a value is read
 * once its schema is known is in {@code wire.avro}.
 */
package io.mirrorcore.jobs.registry;
