package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.VendorRow;

/** One price of a table that has a column for each symbol: it is all that its bar has. */
record WideRow(String symbol, String time, String price) implements VendorRow {

  static final String SYMBOL = "@symbol";
  static final String PRICE = "@price";

  @Override
  public String value(String name) {
    return switch (name) {
      case SYMBOL -> symbol;
      case PRICE -> price;
      default -> time.isEmpty() ? null : time;
    };
  }

  @Override
  public String levels(String name) {
    return null;
  }
}
