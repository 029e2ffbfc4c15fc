package io.mirrorcore.jobs.config.key;

import static java.util.Map.entry;

import io.mirrorcore.strategy.Edition;
import java.util.List;
import java.util.Map;

/**
 * A release whose numbers can still be had: {@code compatibility: 0.1} stands for all that has been
 * defined anew since, so that nobody has to know the list. What a user sets by itself goes before
 * it.
 *
 * <p>A default that changes is entered in {@link #defaults}; a definition that is to change later
 * gets a method here, and is asked for where the settings are read.
 */
public enum Release {
  FIRST("0.1", Edition.FIRST);

  /** All that can be named. */
  public static final List<Release> ALL = List.of(values());

  private final String number;
  private final Edition edition;

  Release(String number, Edition edition) {
    this.number = number;
    this.edition = edition;
  }

  /** As it is written in a configuration: {@code 0.1}. */
  public String number() {
    return number;
  }

  /** Defaults that are others by now, as they are written in a configuration, by key. */
  public Map<String, String> defaults() {
    return switch (this) {
      case FIRST ->
          Map.ofEntries(
              entry("ensemble.profile", "guide"),
              entry("ensemble.period", "bar"),
              entry("ensemble.mean-prior", "0"),
              entry("ensemble.warm-up", "0"),
              entry("ensemble.gate.confidence", "steadiness"),
              entry("ensemble.gate.partial-above", "0"),
              entry("ensemble.gate.remainders", "apply"),
              entry("positions.band", "0"),
              entry("backtest.weight-cost", "0.001"),
              entry("backtest.accounting", "by-strategy"),
              entry("returns.slots", "present"),
              entry("alerts.low-realised-sharpe", "-100"),
              entry("bars.align", "0s"));
    };
  }

  /** The edition that strategies follow. */
  public Edition edition() {
    return edition;
  }
}
