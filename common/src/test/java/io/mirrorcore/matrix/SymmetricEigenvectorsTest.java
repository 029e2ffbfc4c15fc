package io.mirrorcore.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SymmetricEigenvectorsTest {

  @Test
  void areThoseOfTwoByTwoByHand() {
    SymmetricEigenvectors found = SymmetricEigenvectors.of(new double[] {2, 1, 1, 2}, 2);

    assertThat(found.values()).containsExactly(new double[] {1, 3}, within(1e-15));
    double root = Math.sqrt(0.5);
    assertThat(found.vectors())
        .containsExactly(new double[] {root, root, -root, root}, within(1e-15));
  }

  @Test
  void putTheMatrixTogetherAgainAndStandAtRightAngles() {
    RandomMatrices matrices = new RandomMatrices(7);
    for (int n = 1; n <= 30; n++) {
      // Every rank: all but one eigenvalue may be zero, and so equal.
      double[] a = matrices.semidefinite(n, 1 + matrices.below(n));
      SymmetricEigenvectors found = SymmetricEigenvectors.of(a, n);

      for (int i = 0; i < n; i++) {
        double[] unit = new double[n];
        unit[i] = 1;
        double[] z = found.coordinates(unit);
        assertThat(RandomMatrices.distance(found.combination(z), unit)).isLessThan(1e-14 * n);
        for (int k = 0; k < n; k++) {
          z[k] *= found.values()[k];
        }
        double[] column = Arrays.copyOfRange(a, i * n, (i + 1) * n);
        assertThat(RandomMatrices.distance(found.combination(z), column)).isLessThan(1e-13 * n);
      }
    }
  }

  @Test
  void haveTheValuesOfTheMethodWithoutVectors() {
    RandomMatrices matrices = new RandomMatrices(8);
    for (int n = 1; n <= 30; n++) {
      double[] a = matrices.definite(n);
      double largest = Arrays.stream(a).map(Math::abs).max().orElseThrow();
      double[] scaled = Arrays.stream(a).map(x -> x / largest).toArray();
      double[] values = SymmetricEigenvectors.of(scaled, n).values();
      double[] other = SymmetricEigenvalues.of(scaled.clone(), n);
      Arrays.sort(values);
      Arrays.sort(other);

      assertThat(RandomMatrices.distance(values, other)).isLessThan(1e-14 * n);
    }
  }

  @Test
  void leaveTheArgumentAloneAndReadItsUpperTriangle() {
    double[] upper = {2, 1, Double.NaN, 2};

    assertThat(SymmetricEigenvectors.of(upper, 2).values())
        .containsExactly(new double[] {1, 3}, within(1e-15));
    assertThat(upper[1]).isEqualTo(1);
  }
}
