package io.mirrorcore.jobs.wire.vendor;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The records of a file of one format. */
interface VendorRecords {

  /** Reads on, and gives out what records that brings; false at the end. */
  boolean read(Consumer<VendorRecord> out) throws IOException;

  /** Names of the columns; empty where there are none. */
  default List<String> columns() {
    return List.of();
  }

  /** Whether there are columns and the file does not name them. */
  default boolean isHeadless() {
    return false;
  }

  /** Whether numbers may have a comma before their decimals. */
  default boolean hasDecimalComma() {
    return false;
  }
}
