package io.mirrorcore.jobs.config.key;

import io.mirrorcore.strategy.Edition;
import java.util.List;
import java.util.Map;

/**
 * A release whose numbers can still be had: {@code compatibility: 0.1} stands for all that has been
 * defined anew since, so that nobody has to know the list. What a user sets by itself goes before
 * it.
 *
 * <p>A definition or a default that is to change later gets a method here, and is asked for where
 * the settings are read.
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

  /** Options whose default was another then, with that default. */
  public Map<ConfigKey<?>, String> defaults() {
    return switch (this) {
      case FIRST -> Map.of(EnsembleKeys.POSITIONS_BAND, "0", BacktestKeys.WEIGHT_COST, "0.001");
    };
  }

  /** As it is written in a configuration: {@code 0.1}. */
  public String number() {
    return number;
  }

  /** The edition that strategies follow. */
  public Edition edition() {
    return edition;
  }
}
