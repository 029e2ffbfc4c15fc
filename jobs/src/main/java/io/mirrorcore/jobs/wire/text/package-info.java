/**
 * Text as it comes from outside: numbers, one-line quotes for messages, compact encodings. Nothing
 * here knows a record.
 */
package io.mirrorcore.jobs.wire.text;
