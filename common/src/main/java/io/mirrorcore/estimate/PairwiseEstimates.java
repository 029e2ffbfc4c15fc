package io.mirrorcore.estimate;

import io.mirrorcore.matrix.SymmetricEigenvectors;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates from returns with holes, as those of strategies that began later: the mean of a
 * strategy from its own rows, the covariance of two from the rows that both have.
 *
 * <p>Such a matrix need not be a covariance of anything: every pair has another sample. Where it
 * has a negative eigenvalue, these are set to 0 and the rest scaled back to the variances that were
 * estimated, the usual repair (Rebonato and Jaeckel 1999).
 */
public final class PairwiseEstimates {

  private PairwiseEstimates() {}

  /**
   * Both estimates.
   *
   * @param returns {@code T x N}, newest last; NaN where there is none
   * @throws IllegalArgumentException where two columns have less than 2 rows in common, naming them
   *     by {@code names}
   */
  public static Estimates of(double[][] returns, List<String> names, EstimatorSettings settings) {
    int n = names.size();
    double[] mean = new double[n];
    double[] matrix = new double[n * n];
    double shrinkage = 0;
    for (int i = 0; i < n; i++) {
      double[][] own = common(returns, names, i, i);
      mean[i] = settings.mean().estimate(own, settings).mean()[0];
      matrix[i * n + i] = settings.covariance().estimate(own, settings).get(0, 0);
      for (int j = 0; j < i; j++) {
        Covariance pair = settings.covariance().estimate(common(returns, names, i, j), settings);
        double scale = pair.get(0, 0) * pair.get(1, 1);
        double correlation = scale > 0 ? pair.get(0, 1) / Math.sqrt(scale) : 0;
        matrix[i * n + j] =
            correlation * Math.sqrt(matrix[i * n + i]) * Math.sqrt(matrix[j * n + j]);
        matrix[j * n + i] = matrix[i * n + j];
        shrinkage = Math.max(shrinkage, pair.shrinkage());
      }
    }
    return new Estimates(mean, new Covariance(repaired(matrix, n), n, shrinkage), 0);
  }

  /** The rows that have both columns; of one column alone where they are the same. */
  private static double[][] common(double[][] returns, List<String> names, int i, int j) {
    double[][] rows =
        Arrays.stream(returns)
            .filter(row -> !Double.isNaN(row[i]) && !Double.isNaN(row[j]))
            .map(row -> i == j ? new double[] {row[i]} : new double[] {row[i], row[j]})
            .toArray(double[][]::new);
    if (rows.length < 2) {
      throw new IllegalArgumentException(
          "%s must have at least 2 returns%s; have %d"
              .formatted(names.get(i), i == j ? "" : " at times of " + names.get(j), rows.length));
    }
    return rows;
  }

  private static double[] repaired(double[] matrix, int n) {
    SymmetricEigenvectors eigen = SymmetricEigenvectors.of(matrix, n);
    if (Arrays.stream(eigen.values()).allMatch(value -> value >= 0)) {
      return matrix;
    }
    double[] repaired = new double[n * n];
    for (int k = 0; k < n; k++) {
      double value = Math.max(0, eigen.values()[k]);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          repaired[i * n + j] += value * eigen.vectors()[i * n + k] * eigen.vectors()[j * n + k];
        }
      }
    }
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      double variance = repaired[i * n + i];
      scale[i] = variance > 0 ? Math.sqrt(matrix[i * n + i] / variance) : 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        repaired[i * n + j] =
            i == j
                ? matrix[i * n + i]
                : 0.5 * (repaired[i * n + j] + repaired[j * n + i]) * scale[i] * scale[j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        repaired[i * n + j] = repaired[j * n + i];
      }
    }
    return repaired;
  }
}
