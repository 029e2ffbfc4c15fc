package io.mirrorcore.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PivotedCholeskyTest {

  private static final double ROUNDING = 8 * Math.ulp(1.0);

  /** The second row first: L = [sqrt 8, 0; 2/sqrt 8, sqrt(1 - 4/8)]. */
  @Test
  void takesTheLargestDiagonalFirst() {
    PivotedCholesky factor = factored(new double[] {1, 2, 2, 8}, 2, 0);

    assertThat(factor.row(0)).isEqualTo(1);
    assertThat(factor.row(1)).isZero();
    assertThat(factor.entries()[0]).isEqualTo(Math.sqrt(8));
    assertThat(factor.entries()[2]).isEqualTo(2 / Math.sqrt(8));
    assertThat(factor.entries()[3]).isCloseTo(Math.sqrt(0.5), within(1e-15));
  }

  /** Sizes on both sides of one, two and three blocks of columns. */
  @Test
  void multipliesBackToTheMatrix() {
    RandomMatrices matrices = new RandomMatrices(11);
    for (int n = 1; n <= 50; n++) {
      double[] a = matrices.definite(n);
      PivotedCholesky factor = factored(a, n, 0);

      assertThat(factor.isFullRank()).isTrue();
      assertThat(worstResidual(factor, a, n)).isLessThan(1e-14 * n);
      for (int k = 1; k < n; k++) {
        double before = factor.entries()[(k - 1) * n + k - 1];
        assertThat(factor.entries()[k * n + k]).isLessThanOrEqualTo(before);
      }
    }
  }

  @Test
  void solvesInTwoHalves() {
    RandomMatrices matrices = new RandomMatrices(12);
    for (int n = 1; n <= 40; n++) {
      double[] a = matrices.definite(n);
      double[] b = matrices.vector(n);
      PivotedCholesky factor = factored(a, n, 0);
      double[] ordered = ordered(factor, b, n);
      factor.forward(ordered);
      factor.backward(ordered);

      double[] x = unordered(factor, ordered, n);
      assertThat(RandomMatrices.distance(RandomMatrices.times(a, x), b)).isLessThan(1e-12);
    }
  }

  @Test
  void findsTheRank() {
    RandomMatrices matrices = new RandomMatrices(13);
    for (int n = 2; n <= 40; n++) {
      int rank = 1 + matrices.below(n - 1);
      double[] a = matrices.semidefinite(n, rank);
      double largest = Arrays.stream(a).max().orElseThrow();
      PivotedCholesky factor = factored(a, n, largest * n * ROUNDING);

      assertThat(factor.rank()).isEqualTo(rank);
      assertThat(factor.isFullRank()).isFalse();
    }
    assertThat(factored(new double[9], 3, 0).rank()).isZero();
  }

  @Test
  void completesANullVectorWhereTheRankEnds() {
    RandomMatrices matrices = new RandomMatrices(14);
    for (int n = 2; n <= 30; n++) {
      double[] a = matrices.semidefinite(n, n - 1);
      PivotedCholesky factor = factored(a, n, n * n * ROUNDING);
      assertThat(factor.rank()).isEqualTo(n - 1);
      double[] ordered = new double[n];
      ordered[n - 1] = 1;
      factor.completeNullVector(ordered);

      double[] z = unordered(factor, ordered, n);
      double size = Arrays.stream(z).map(Math::abs).max().orElseThrow();
      double[] zero = new double[n];
      assertThat(RandomMatrices.distance(RandomMatrices.times(a, z), zero))
          .isLessThan(1e-13 * n * size);
    }
  }

  /** b outside the range of A keeps a remainder where the rank ended; inside it does not. */
  @Test
  void showsTheShareOutsideTheRange() {
    PivotedCholesky factor = factored(new double[] {1, 1, 1, 1}, 2, 1e-12);
    double[] inside = {2, 2};
    double[] outside = {2, 5};
    factor.forward(inside);
    factor.forward(outside);

    assertThat(inside[1]).isZero();
    assertThat(outside[1]).isEqualTo(3);
  }

  @Test
  void givesTheSameBitsWhenUsedAgain() {
    RandomMatrices matrices = new RandomMatrices(15);
    double[] a = matrices.definite(20);
    PivotedCholesky used = factored(matrices.definite(33), 33, 0);
    System.arraycopy(a, 0, used.entries(), 0, 400);
    used.factor(20, 0);

    assertThat(Arrays.copyOf(used.entries(), 400))
        .isEqualTo(Arrays.copyOf(factored(a, 20, 0).entries(), 400));
  }

  private static PivotedCholesky factored(double[] a, int n, double tolerance) {
    PivotedCholesky factor = new PivotedCholesky();
    factor.reserve(n);
    System.arraycopy(a, 0, factor.entries(), 0, n * n);
    factor.factor(n, tolerance);
    return factor;
  }

  private static double worstResidual(PivotedCholesky factor, double[] a, int n) {
    double[] l = factor.entries();
    double worst = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int k = 0; k <= j; k++) {
          product += l[i * n + k] * l[j * n + k];
        }
        worst = Math.max(worst, Math.abs(product - a[factor.row(i) * n + factor.row(j)]));
      }
    }
    return worst;
  }

  private static double[] ordered(PivotedCholesky factor, double[] b, int n) {
    double[] ordered = new double[n];
    for (int k = 0; k < n; k++) {
      ordered[k] = b[factor.row(k)];
    }
    return ordered;
  }

  private static double[] unordered(PivotedCholesky factor, double[] ordered, int n) {
    double[] x = new double[n];
    for (int k = 0; k < n; k++) {
      x[factor.row(k)] = ordered[k];
    }
    return x;
  }
}
