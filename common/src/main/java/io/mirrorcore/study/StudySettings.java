package io.mirrorcore.study;

import io.mirrorcore.regime.RegimeSettings;
import java.util.List;

/**
 * How a study is made.
 *
 * @param strategies ids, in the order of the exposures
 * @param barsPerYear above 0
 * @param regime how the regime is told
 * @param cells numbers kept in memory at a time, at least 1; what needs more is done in several
 *     passes over the bars, with the same result
 */
public record StudySettings(
    List<String> strategies, double barsPerYear, RegimeSettings regime, long cells) {

  /** 64 MB of numbers. */
  public static final long CELLS = 8_000_000;

  public StudySettings {
    strategies = List.copyOf(strategies);
    if (strategies.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one strategy; have none");
    }
    if (!(barsPerYear > 0)) {
      throw new IllegalArgumentException("barsPerYear must be above 0; have " + barsPerYear);
    }
    if (cells < 1) {
      throw new IllegalArgumentException("cells must be at least 1; have " + cells);
    }
  }
}
