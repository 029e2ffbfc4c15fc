package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class ConditionNumberTest {

  /** Eigenvalues 3 and 1. */
  @Test
  void isTheRatioOfTheEigenvalues() {
    assertThat(ConditionNumber.of(covariance(2, 2, 1, 1, 2))).isCloseTo(3, within(1e-15));
  }

  @Test
  void readsADiagonalMatrixExactly() {
    assertThat(ConditionNumber.of(covariance(3, 4, 0, 0, 0, 0.5, 0, 0, 0, 1))).isEqualTo(8);
    assertThat(ConditionNumber.of(covariance(1, 1e-300))).isEqualTo(1);
  }

  @Test
  void isInfiniteForASingularMatrix() {
    assertThat(ConditionNumber.of(covariance(2, 1, 1, 1, 1))).isInfinite();
    assertThat(ConditionNumber.of(covariance(1, 0))).isInfinite();
    assertThat(ConditionNumber.of(covariance(2, 1, 0, 0, 1e-17))).isInfinite();
    assertThat(ConditionNumber.of(covariance(2, 0, 1, 1, 0))).isInfinite();
  }

  @Test
  void agreesWithASecondOpinionAndDoesNotMindUnits() {
    Random random = new Random(4);
    for (int k = 0; k < 300; k++) {
      int n = 1 + k % 19;
      double[][] returns = new double[n + 5][n];
      for (double[] row : returns) {
        for (int i = 0; i < n; i++) {
          row[i] = random.nextGaussian() * (i + 1);
        }
      }
      Covariance sigma = LedoitWolf.of(returns);
      double condition = ConditionNumber.of(sigma);
      assertThat(condition).isCloseTo(peer(sigma), within(1e-11 * condition));
      assertThat(ConditionNumber.of(sigma.times(0x1p-200))).isEqualTo(condition);
    }
  }

  private static double peer(Covariance sigma) {
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(sigma.n(), sigma.n());
    for (int i = 0; i < sigma.n(); i++) {
      for (int j = 0; j < sigma.n(); j++) {
        matrix.setEntry(i, j, sigma.get(i, j));
      }
    }
    double[] eigenvalues = new EigenDecomposition(matrix).getRealEigenvalues();
    return StatUtils.max(eigenvalues) / StatUtils.min(eigenvalues);
  }

  private static Covariance covariance(int n, double... matrix) {
    return new Covariance(matrix, n, 0);
  }
}
