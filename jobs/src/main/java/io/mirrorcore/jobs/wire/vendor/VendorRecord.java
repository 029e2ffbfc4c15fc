package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.VendorRow;

/**
 * A record of a vendor's file.
 *
 * @param line on which it begins, from 1
 * @param row what it says; null where it cannot be told
 * @param text its own text where there is no row; else null
 */
public record VendorRecord(long line, VendorRow row, String text) {}
