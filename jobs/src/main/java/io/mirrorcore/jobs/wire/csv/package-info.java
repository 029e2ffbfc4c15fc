/**
 * CSV as rows of named fields, bad rows included, and a row as the JSON of its topic. Start with
 * {@link io.mirrorcore.jobs.wire.csv.CsvFile}. What a field may hold is decided in {@code market}.
 */
package io.mirrorcore.jobs.wire.csv;
