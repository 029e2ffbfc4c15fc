/**
 * Values of topics in Avro, with and without a schema registry. Start with {@link
 * io.mirrorcore.jobs.wire.avro.AvroReader}. Market data is read in place ({@link
 * io.mirrorcore.jobs.wire.avro.AvroFields}), everything else goes by its JSON, which holds the same
 * doubles. Bytes are judged like any other input: what is no record becomes a dead letter; only a
 * registry that does not answer is an exception. No HTTP here: that is in {@code registry}.
 */
package io.mirrorcore.jobs.wire.avro;
