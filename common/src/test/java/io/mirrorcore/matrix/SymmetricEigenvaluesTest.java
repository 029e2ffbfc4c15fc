package io.mirrorcore.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class SymmetricEigenvaluesTest {

  @Test
  void areThoseOfSmallMatricesByHand() {
    assertThat(sorted(new double[] {7}, 1)).containsExactly(7);
    assertThat(sorted(new double[] {2, 1, 1, 2}, 2))
        .containsExactly(new double[] {1, 3}, within(1e-15));
    // A path of three: 2 - 2 cos(k pi/4), k = 1, 2, 3.
    double[] path = {2, -1, 0, -1, 2, -1, 0, -1, 2};
    double root = Math.sqrt(2);
    assertThat(sorted(path, 3))
        .containsExactly(new double[] {2 - root, 2, 2 + root}, within(1e-15));
  }

  @Test
  void areTheDiagonalOfADiagonalMatrix() {
    assertThat(sorted(new double[] {3, 0, 0, 0, -1, 0, 0, 0, 0}, 3)).containsExactly(-1, 0, 3);
  }

  @Test
  void agreeWithCommonsMath() {
    RandomMatrices matrices = new RandomMatrices(41);
    for (int n = 1; n <= 40; n++) {
      double[] a = matrices.semidefinite(n, 1 + matrices.below(n));
      double largest = Arrays.stream(a).map(Math::abs).max().orElseThrow();
      for (int k = 0; k < a.length; k++) {
        a[k] /= largest;
      }
      double[][] rows = new double[n][];
      for (int i = 0; i < n; i++) {
        rows[i] = Arrays.copyOfRange(a, i * n, (i + 1) * n);
      }
      double[] theirs = new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues();
      Arrays.sort(theirs);

      assertThat(RandomMatrices.distance(sorted(a, n), theirs)).isLessThan(1e-14 * n);
    }
  }

  @Test
  void readTheLowerTriangleAlone() {
    double[] lower = {2, Double.NaN, 1, 2};

    assertThat(sorted(lower, 2)).containsExactly(new double[] {1, 3}, within(1e-15));
  }

  private static double[] sorted(double[] a, int n) {
    double[] eigenvalues = SymmetricEigenvalues.of(a.clone(), n);
    Arrays.sort(eigenvalues);
    return eigenvalues;
  }
}
