package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All presets, and the mappings that hold where a user names none. */
public final class Presets {

  /** The vendors, in the order in which a file is tried: the plainest last. */
  private static final List<String> NAMES =
      List.of(
          "yahoo",
          "binance-klines",
          "binance-aggtrades",
          "binance-book",
          "coinbase-candles",
          "coinbase-matches",
          "polygon-aggregates",
          "polygon-ticks",
          "alpaca-bars",
          "alpaca-ticks",
          "stooq",
          "metatrader",
          "interactive-brokers",
          "databento-ohlcv",
          "tradingview",
          "alpha-vantage",
          "fx",
          "pandas-prices",
          "pandas-returns");

  private static final List<Preset> ALL = NAMES.stream().map(PresetReader::read).toList();

  private Presets() {}

  public static List<Preset> all() {
    return ALL;
  }

  /** Names of all, for messages. */
  public static String names() {
    return ALL.stream().map(Preset::name).collect(Collectors.joining(", "));
  }

  /** Names of those of one kind. */
  public static List<String> names(RecordKind kind) {
    return ALL.stream()
        .filter(preset -> preset.mapping().kind() == kind)
        .map(Preset::name)
        .toList();
  }

  /** The preset of a name. */
  public static Optional<Preset> named(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /**
   * Where users name some columns, or none, the fields of a topic and what they are usually called.
   *
   * @param kind of market data; null for strategy returns
   */
  public static ColumnMapping usual(RecordKind kind) {
    String word =
        kind == null
            ? "pandas-returns"
            : switch (kind) {
              case BAR -> "usual-prices";
              case TICK -> "usual-ticks";
              case OPTION -> "usual-options-flow";
              case ADJUSTMENT ->
                  throw new IllegalArgumentException("adjustments have their plain form alone");
            };
    return PresetReader.read(word).mapping();
  }
}
