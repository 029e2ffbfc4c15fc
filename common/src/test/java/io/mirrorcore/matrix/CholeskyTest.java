package io.mirrorcore.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

  /** L = [2 0; 1 2]. */
  @Test
  void factorsTwoRowsByHand() {
    Cholesky factor = Cholesky.of(new double[] {4, 2, 2, 5}, 2).orElseThrow();

    assertThat(factor.forward(new double[] {2, 5})).containsExactly(1, 2);
    assertThat(factor.solve(new double[] {2, 5})).containsExactly(0, 1);
    assertThat(factor.logDeterminant()).isCloseTo(Math.log(16), within(1e-15));
  }

  @Test
  void solvesWhatItFactored() {
    RandomMatrices matrices = new RandomMatrices(1);
    for (int n = 1; n <= 40; n++) {
      double[] a = matrices.definite(n);
      double[] kept = a.clone();
      double[] b = matrices.vector(n);
      double[] x = Cholesky.of(a, n).orElseThrow().solve(b);

      assertThat(RandomMatrices.distance(RandomMatrices.times(a, x), b)).isLessThan(1e-12);
      assertThat(a).isEqualTo(kept);
    }
  }

  /** {@code |inv(L) b|^2 = b' inv(A) b}. */
  @Test
  void halfwayIsTheLengthInTheMetricOfTheInverse() {
    RandomMatrices matrices = new RandomMatrices(2);
    double[] a = matrices.definite(12);
    double[] b = matrices.vector(12);
    Cholesky factor = Cholesky.of(a, 12).orElseThrow();
    double length = 0;
    double product = 0;
    for (int i = 0; i < 12; i++) {
      length += factor.forward(b)[i] * factor.forward(b)[i];
      product += b[i] * factor.solve(b)[i];
    }
    assertThat(length).isCloseTo(product, within(1e-12));
  }

  @Test
  void refusesWhatCannotBeInverted() {
    assertThat(Cholesky.of(new double[] {1, 1, 1, 1}, 2)).isEmpty();
    assertThat(Cholesky.of(new double[] {1, 2, 2, 1}, 2)).isEmpty();
    assertThat(Cholesky.of(new double[] {0}, 1)).isEmpty();
    assertThat(Cholesky.of(new double[] {-1}, 1)).isEmpty();
    assertThat(Cholesky.of(new double[] {Double.NaN}, 1)).isEmpty();
    assertThat(Cholesky.of(new RandomMatrices(3).semidefinite(6, 4), 6)).isEmpty();
  }

  @Test
  void doesNotMindTheUnitsOfRowsAndColumns() {
    double[] a = {4, 2, 2, 5};
    double[] unit = {1e-9, 1e7};
    double[] scaled = new double[4];
    for (int k = 0; k < 4; k++) {
      scaled[k] = a[k] * unit[k / 2] * unit[k % 2];
    }
    assertThat(Cholesky.of(scaled, 2)).isPresent();
    scaled[3] = scaled[1] * scaled[2] / scaled[0];
    assertThat(Cholesky.of(scaled, 2)).isEmpty();
  }
}
