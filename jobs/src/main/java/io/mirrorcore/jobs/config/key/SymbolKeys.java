package io.mirrorcore.jobs.config.key;

import java.util.List;
import java.util.regex.Pattern;

/** What some symbols are like, under {@code symbols.PATTERN}. */
public final class SymbolKeys {

  public static final String PREFIX = "symbols.";

  public static final ConfigKey<Double> DIFFERENCE =
      ConfigKey.open(
          "difference",
          ValueType.above(0, 1e12),
          "Returns are differences of prices over this notional, in units of the price: prices may"
              + " then be 0 or below. It must be more than any bar can lose.");

  public static final ConfigKey<String> CURRENCY =
      ConfigKey.open(
          "currency",
          ValueType.text("a currency like EUR", Pattern.compile("[A-Z]{3}")),
          "Currency that its prices are in. Returns are not converted: reports say so.");

  /** What a pattern of symbols has. */
  public static final List<ConfigKey<?>> EACH = List.of(DIFFERENCE, CURRENCY);

  private SymbolKeys() {}
}
