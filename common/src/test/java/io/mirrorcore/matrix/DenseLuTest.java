package io.mirrorcore.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DenseLuTest {

  /** Rows are exchanged: U = [1 1; 0 2]. */
  @Test
  void pivotsByHand() {
    DenseLu lu = filled(new double[] {0, 2, 1, 1}, 2);
    assertThat(lu.factor()).isEqualTo(0.5);
    double[] b = {2, 3};
    double[] transposed = {1, 4};
    lu.solve(b);
    lu.solveTransposed(transposed);

    assertThat(b).containsExactly(2, 1);
    assertThat(transposed).containsExactly(1.5, 1);
  }

  @Test
  void solvesWithTheMatrixAndItsTranspose() {
    RandomMatrices matrices = new RandomMatrices(31);
    for (int n = 1; n <= 40; n++) {
      double[] a = matrices.vector(n * n);
      for (int i = 0; i < n; i++) {
        a[i * n + (i * 7 + 3) % n] += 3; // far from the diagonal, so that rows must move
      }
      double[] b = matrices.vector(n);
      double[] x = b.clone();
      double[] y = b.clone();
      DenseLu lu = filled(a, n);
      assertThat(lu.factor()).isGreaterThan(1e-6);
      lu.solve(x);
      lu.solveTransposed(y);

      assertThat(RandomMatrices.distance(RandomMatrices.times(a, x), b)).isLessThan(1e-10);
      assertThat(RandomMatrices.distance(RandomMatrices.times(transposed(a, n), y), b))
          .isLessThan(1e-10);
    }
  }

  @Test
  void saysWhatIsSingular() {
    assertThat(filled(new double[] {1, 2, 2, 4}, 2).factor()).isZero();
    assertThat(filled(new double[9], 3).factor()).isZero();
    assertThat(filled(new double[] {1, 0, 0, 1e-13}, 2).factor()).isEqualTo(1e-13);
  }

  @Test
  void takesAnEmptySystem() {
    DenseLu lu = new DenseLu(0);
    assertThat(lu.factor()).isEqualTo(1);
    lu.solve(new double[0]);
  }

  @Test
  void canBeFilledAgain() {
    DenseLu lu = filled(new double[] {0, 2, 1, 1}, 2);
    lu.factor();
    System.arraycopy(new double[] {2, 0, 0, 4}, 0, lu.entries(), 0, 4);
    lu.factor();
    double[] b = {2, 4};
    lu.solve(b);

    assertThat(b).containsExactly(1, 1);
  }

  private static DenseLu filled(double[] a, int n) {
    DenseLu lu = new DenseLu(n);
    System.arraycopy(a, 0, lu.entries(), 0, a.length);
    return lu;
  }

  private static double[] transposed(double[] a, int n) {
    double[] transposed = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      transposed[k % n * n + k / n] = a[k];
    }
    return transposed;
  }
}
