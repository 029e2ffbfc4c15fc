package io.mirrorcore.jobs.config.key;

import java.util.List;

/** What some symbols are like, under {@code symbols.PATTERN}. */
public final class SymbolKeys {

  public static final String PREFIX = "symbols.";

  public static final ConfigKey<Double> DIFFERENCE =
      ConfigKey.open(
          "difference",
          ValueType.above(0, 1e12),
          "Returns are differences of prices over this notional, in units of the price: prices may"
              + " then be 0 or below. It must be more than any bar can lose.");

  /** What a pattern of symbols has. */
  public static final List<ConfigKey<?>> EACH = List.of(DIFFERENCE);

  private SymbolKeys() {}
}
