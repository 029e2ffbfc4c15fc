package io.mirrorcore.local.optimize;

import io.mirrorcore.estimate.Estimates;
import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.estimate.PairwiseEstimates;
import io.mirrorcore.estimate.ReturnsTable;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The returns of a file.
 *
 * @param file they are of
 * @param table of them; 0 in the place of holes
 * @param holed T x N with NaN in the holes; null where there are none, or they were filled
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record GivenReturns(Path file, ReturnsTable table, double[][] holed) {

  /** Whether rows miss returns, so that there are no scenarios in them. */
  public boolean hasHoles() {
    return holed != null;
  }

  /**
   * Mean and covariance of these returns.
   *
   * @throws UnusableFileException where there are too few of a strategy, or of two together
   */
  public Estimates estimates(EstimatorSettings methods) {
    try {
      return hasHoles()
          ? PairwiseEstimates.of(holed, table.strategies(), methods)
          : Estimates.of(table.returns(), methods);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(file + ": " + e.getMessage());
    }
  }

  static GivenReturns of(Path file, ReturnsTable table, double[][] rows) {
    boolean holes = Arrays.stream(rows).anyMatch(row -> Arrays.stream(row).anyMatch(Double::isNaN));
    return new GivenReturns(file, table, holes ? rows : null);
  }
}
