package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CovarianceCheckTest {

  @Test
  void letsCovariancesThroughSingularOnesIncluded() {
    assertThat(CovarianceCheck.problem(new double[] {1, 0.5, 0.5, 1}, 2)).isEmpty();
    assertThat(CovarianceCheck.problem(new double[] {1, 1, 1, 1}, 2)).isEmpty();
    assertThat(CovarianceCheck.problem(new double[9], 3)).isEmpty();
  }

  @Test
  void forgivesTheDigitsThatPrintingTookAway() {
    assertThat(CovarianceCheck.problem(new double[] {1, 1 + 5e-13, 1, 1}, 2)).isEmpty();
    assertThat(CovarianceCheck.problem(new double[] {1, 1, 1, 1 - 5e-11}, 2)).isEmpty();
    assertThat(CovarianceCheck.problem(new double[] {1e-6, 1e-6, 1e-6, 1e-6 - 5e-17}, 2)).isEmpty();
  }

  @Test
  void namesTheEntriesThatDiffer() {
    assertThat(CovarianceCheck.problem(new double[] {1, 0.5, 0.4, 1}, 2))
        .contains("sigma must be symmetric; have 0.4 at [1][0] and 0.5 at [0][1]");
  }

  @Test
  void namesTheRowWhereVarianceWouldBeNegative() {
    assertThat(CovarianceCheck.problem(new double[] {1, 2, 2, 1}, 2))
        .contains("sigma must be positive semidefinite; elimination leaves -3.0 at [1][1]");
    assertThat(CovarianceCheck.problem(new double[] {1, 1, 1, 1 - 1e-9}, 2)).isPresent();
  }

  /** Beyond 256 rows one factorisation answers both questions. */
  @Test
  void judgesLargeMatricesAlike() {
    int n = 270;
    double[] sigma = ofRank(n, 40);
    assertThat(CovarianceCheck.problem(sigma, n)).isEmpty();

    sigma[100 * n + 100] *= 0.5;
    assertThat(CovarianceCheck.problem(sigma, n).orElseThrow())
        .startsWith("sigma must be positive semidefinite; elimination leaves -");
  }

  private static double[] ofRank(int n, int rank) {
    SplittableRandom random = new SplittableRandom(6);
    double[] sigma = new double[n * n];
    for (int r = 0; r < rank; r++) {
      double[] x = random.doubles(n, -1, 1).toArray();
      for (int k = 0; k < sigma.length; k++) {
        sigma[k] += x[k / n] * x[k % n];
      }
    }
    return sigma;
  }
}
