/**
 * Text as it comes from outside: numbers ({@link io.mirrorcore.jobs.wire.text.NumberText}, start
 * there), one-line quotes for messages, compact encodings. Nothing here knows a record or a field.
 */
package io.mirrorcore.jobs.wire.text;
