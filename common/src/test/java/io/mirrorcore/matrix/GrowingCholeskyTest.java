package io.mirrorcore.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingCholeskyTest {

  /** U = [2 1; 0 2], so inv(U') (2, 5) = (1, 2) and inv(U) of that (0, 1). */
  @Test
  void growsByHand() {
    GrowingCholesky factor = new GrowingCholesky();
    assertThat(factor.add(new double[0], 4, 0)).isTrue();
    assertThat(factor.add(new double[] {2}, 5, 0)).isTrue();
    double[] b = {2, 5};

    factor.forward(b);
    assertThat(b).containsExactly(1, 2);
    factor.backward(b);
    assertThat(b).containsExactly(0, 1);
  }

  @Test
  void solvesAfterAnyComingAndGoing() {
    RandomMatrices matrices = new RandomMatrices(21);
    int n = 40;
    double[] a = matrices.definite(n);
    GrowingCholesky factor = new GrowingCholesky();
    List<Integer> rows = new ArrayList<>();
    for (int round = 0; round < 400; round++) {
      int i = matrices.below(n);
      int place = rows.indexOf(i);
      if (place < 0) {
        assertThat(factor.add(column(a, n, rows, i), a[i * n + i], 1e-9)).isTrue();
        rows.add(i);
      } else {
        factor.remove(place);
        rows.remove(place);
      }
      assertThat(factor.size()).isEqualTo(rows.size());
      assertThat(residual(factor, a, n, rows, matrices)).isLessThan(1e-11);
    }
  }

  /** What has come last leaves no trace, bit for bit. */
  @Test
  void forgetsARowThatLeavesAtOnce() {
    RandomMatrices matrices = new RandomMatrices(22);
    int n = 9;
    double[] a = matrices.definite(n);
    GrowingCholesky factor = new GrowingCholesky();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < n - 1; i++) {
      factor.add(column(a, n, rows, i), a[i * n + i], 0);
      rows.add(i);
    }
    double[] before = matrices.vector(n - 1);
    double[] after = before.clone();
    factor.forward(before);
    factor.add(column(a, n, rows, n - 1), a[n * n - 1], 0);
    factor.remove(n - 1);
    factor.forward(after);

    assertThat(after).isEqualTo(before);
  }

  @Test
  void refusesARowThatTheOthersImply() {
    GrowingCholesky factor = new GrowingCholesky();
    factor.add(new double[0], 4, 0);

    assertThat(factor.add(new double[] {2}, 1, 1e-12)).isFalse();
    assertThat(factor.add(new double[] {2}, 0.5, 0)).isFalse();
    assertThat(factor.add(new double[] {2}, Double.NaN, 0)).isFalse();
    assertThat(factor.size()).isEqualTo(1);
    double[] b = {6};
    factor.forward(b);
    assertThat(b[0]).isCloseTo(3, within(1e-15));
  }

  @Test
  void startsAgainWhenCleared() {
    GrowingCholesky factor = new GrowingCholesky();
    factor.reserve(3);
    factor.add(new double[0], 4, 0);
    factor.clear();
    assertThat(factor.size()).isZero();
    factor.add(new double[0], 9, 0);
    double[] b = {6};
    factor.forward(b);

    assertThat(b[0]).isCloseTo(2, within(1e-15));
  }

  private static double[] column(double[] a, int n, List<Integer> rows, int i) {
    return rows.stream().mapToDouble(j -> a[i * n + j]).toArray();
  }

  private static double residual(
      GrowingCholesky factor, double[] a, int n, List<Integer> rows, RandomMatrices matrices) {
    double[] b = matrices.vector(rows.size());
    double[] x = b.clone();
    factor.forward(x);
    factor.backward(x);
    double worst = 0;
    for (int k = 0; k < b.length; k++) {
      double product = 0;
      for (int j = 0; j < b.length; j++) {
        product += a[rows.get(k) * n + rows.get(j)] * x[j];
      }
      worst = Math.max(worst, Math.abs(product - b[k]));
    }
    return worst;
  }
}
