/**
 * How the values of a topic are written, as the configuration says it: JSON, or Avro with or
 * without a schema registry. Start with {@link io.mirrorcore.jobs.wire.format.ValueFormat}. What
 * reads and writes them is in {@code wire.avro}.
 */
package io.mirrorcore.jobs.wire.format;
