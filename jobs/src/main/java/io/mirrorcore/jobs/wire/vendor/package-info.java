/**
 * Records as vendors write them: the presets, which are mappings of columns and no more ({@link
 * io.mirrorcore.jobs.wire.vendor.Presets}, start there), the rows of delimited text and of JSON,
 * and what applies one to the other ({@link io.mirrorcore.jobs.wire.vendor.RecordMapper}). What
 * comes out is a record in plain form, which the readers of {@code market} judge like any other.
 */
package io.mirrorcore.jobs.wire.vendor;
