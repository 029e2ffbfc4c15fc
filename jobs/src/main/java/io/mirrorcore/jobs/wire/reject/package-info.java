/**
 * Why a record is refused and where it stood: kinds of records, their fields, reasons, and the
 * exception that carries them inside this package tree only. Start with {@link
 * io.mirrorcore.jobs.wire.reject.RejectReason}.
 */
package io.mirrorcore.jobs.wire.reject;
