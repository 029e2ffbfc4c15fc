/**
 * Why a record is refused and where it came from: kinds of records, their fields, reasons, and the
 * exception that carries a reason out of the readers of {@code wire}. Start with {@link
 * io.mirrorcore.jobs.wire.reject.RejectReason}. Nothing here reads a record or decides about one.
 */
package io.mirrorcore.jobs.wire.reject;
