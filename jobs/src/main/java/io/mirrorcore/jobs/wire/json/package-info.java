/**
 * JSON as fields read in place, and the one mapper that writes records. Start with {@link
 * io.mirrorcore.jobs.wire.json.Json}. Which fields a record has is decided in {@code market} and
 * {@code returns}.
 */
package io.mirrorcore.jobs.wire.json;
