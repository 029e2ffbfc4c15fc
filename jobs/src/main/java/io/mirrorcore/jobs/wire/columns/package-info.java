/**
 * Which column of a vendor's record is which field of a topic ({@link
 * io.mirrorcore.jobs.wire.columns.ColumnMapping}, start there), and how users write that down.
 * Nothing here reads a file or a message, or knows the name of a vendor: those are in {@code
 * vendor}.
 */
package io.mirrorcore.jobs.wire.columns;
