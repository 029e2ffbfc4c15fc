/**
 * The first operators of a stream: which records may enter, and where those that may not are put.
 * Start with {@link io.mirrorcore.jobs.operator.admit.AdmitFunction}. Whether a record is
 * well-formed was decided in {@code wire}.
 */
package io.mirrorcore.jobs.operator.admit;
