/**
 * Records as vendors write them: which of their columns is which field ({@link
 * io.mirrorcore.jobs.wire.vendor.ColumnMapping}, start there), the presets that are nothing but
 * such mappings, and the rows of delimited text and of JSON that they are applied to. What comes
 * out is a record in plain form, which the readers of {@code market} judge like any other. Nothing
 * here decides whether a record is good.
 */
package io.mirrorcore.jobs.wire.vendor;
