package io.mirrorcore.jobs.config.key;

import io.mirrorcore.strategy.Edition;
import java.util.List;
import java.util.Map;

/**
 * A release whose numbers can still be had: {@code compatibility: 0.1} stands for all that has been
 * defined anew since, so that nobody has to know the list. What a user sets by itself goes before
 * it.
 *
 * <p>A default that changes gets its old value here; a definition that is to change later gets a
 * method, and is asked for where the settings are read.
 */
public enum Release {
  FIRST("0.1", Edition.FIRST, Map.of("returns.slots", "present", "bars.align", "0s"));

  /** All that can be named. */
  public static final List<Release> ALL = List.of(values());

  private final String number;
  private final Edition edition;

  @SuppressWarnings("ImmutableEnumChecker") // of Map.of
  private final Map<String, String> defaults;

  Release(String number, Edition edition, Map<String, String> defaults) {
    this.number = number;
    this.edition = edition;
    this.defaults = defaults;
  }

  /** As it is written in a configuration: {@code 0.1}. */
  public String number() {
    return number;
  }

  /** What options that are not set are in it, where that is not today's default, by key. */
  public Map<String, String> defaults() {
    return defaults;
  }

  /** The edition that strategies follow. */
  public Edition edition() {
    return edition;
  }
}
