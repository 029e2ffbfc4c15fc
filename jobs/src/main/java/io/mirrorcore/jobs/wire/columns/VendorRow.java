package io.mirrorcore.jobs.wire.columns;

/** One record as its vendor wrote it: cells of a line, or the fields of a JSON object. */
public interface VendorRow {

  /** The text of a column, without white space around it; null where it is absent or empty. */
  String value(String name);

  /** Levels of a book as {@code price:size|price:size}; null where the column holds none. */
  String levels(String name);

  /** Whether there is anything under that name. */
  default boolean has(String name) {
    return value(name) != null || levels(name) != null;
  }
}
