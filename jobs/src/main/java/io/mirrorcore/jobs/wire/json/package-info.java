/**
 * JSON as fields read in place, and the one mapper that writes records. Start with {@link
 * io.mirrorcore.jobs.wire.json.JsonFields} for what comes in and {@link
 * io.mirrorcore.jobs.wire.json.Json} for what goes out. Which fields a record has is decided in
 * {@code market} and {@code returns}.
 */
package io.mirrorcore.jobs.wire.json;
