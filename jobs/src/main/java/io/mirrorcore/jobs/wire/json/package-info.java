/**
 * JSON as fields read in place, and the one mapper that writes records. Start with {@link
 * io.mirrorcore.jobs.wire.json.Json}.
 */
package io.mirrorcore.jobs.wire.json;
