package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReducedSpaceTest {

  /** The sum alone: d_0 = -d_1, 3 - d = 1 + 4d, so d = 2/5; both gradients are 13/5 then. */
  @Test
  void stepsByHandUnderTheSumAlone() {
    ReducedSpace space = new ReducedSpace(new double[][] {{1, 0}, {0, 4}}, new double[][] {{1, 1}});
    double[] step = new double[2];

    assertThat(space.step(new double[] {3, 1}, 0, step)).isTrue();
    assertThat(step).containsExactly(new double[] {0.4, -0.4}, within(1e-15));
    assertThat(space.multipliers(new double[] {2.6, 2.6}))
        .containsExactly(new double[] {2.6}, within(1e-15));
  }

  /** Rows (1 1 1) and (1 1 0) leave one direction, (1, -1, 0): 4 - d = 0 + d. */
  @Test
  void stepsByHandUnderAGroup() {
    double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    ReducedSpace space = new ReducedSpace(identity, new double[][] {{1, 1, 1}, {1, 1, 0}});
    double[] step = new double[3];

    assertThat(space.step(new double[] {4, 0, 7}, 0, step)).isTrue();
    assertThat(step).containsExactly(new double[] {2, -2, 0}, within(1e-14));
    // g = (2, 2, 7) = 7 (1 1 1) - 5 (1 1 0).
    assertThat(space.multipliers(new double[] {2, 2, 7}))
        .containsExactly(new double[] {7, -5}, within(1e-14));
  }

  /** A third more for each to raise the sum by 1: the shortest change. */
  @Test
  void correctsAPrimalResidualByTheShortestChange() {
    double[][] h = {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}};
    ReducedSpace sum = new ReducedSpace(h, new double[][] {{1, 1, 1}});
    assertThat(sum.correction(new double[] {1}))
        .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-15));

    ReducedSpace grouped = new ReducedSpace(h, new double[][] {{1, 1, 1}, {1, 1, 0}});
    assertThat(grouped.correction(new double[] {0, 1}))
        .containsExactly(new double[] {0.5, 0.5, -1}, within(1e-15));
  }

  @Test
  void measuresHowIndependentTheRowsAre() {
    double[][] h = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    assertThat(new ReducedSpace(h, new double[][] {{1, 1, 1}, {1, 1, 0}}).independence())
        .isGreaterThan(0.1);
    assertThat(new ReducedSpace(h, new double[][] {{1, 1, 1}, {1, 1, 1}}).independence())
        .isLessThan(1e-15);
  }

  /** Two of three without curvature: a gain along them is a ray; without one they stay. */
  @Test
  void tellsARayFromANewtonStep() {
    double[][] h = {{0, 0, 0}, {0, 0, 0}, {0, 0, 4}};
    ReducedSpace space = new ReducedSpace(h, new double[][] {{1, 1, 1}});
    double[] step = new double[3];

    assertThat(space.step(new double[] {1, 0, 0}, 1e-12, step)).isFalse();
    assertThat(step[0]).isPositive();
    assertThat(step[0] + step[1]).isCloseTo(0, within(1e-14));
    assertThat(step[2]).isCloseTo(0, within(1e-14));
    assertThat(space.step(new double[] {1, 1, 0}, 1e-12, step)).isTrue();
    assertThat(step[2]).isCloseTo(-0.25, within(1e-14));
  }

  /** After the step the gradient is made of the rows: {@code g - Hd = C'l}; and {@code Cd = 0}. */
  @Test
  void solvesTheEquationsOfTheNullSpace() {
    SplittableRandom random = new SplittableRandom(75);
    for (int k = 0; k < 200; k++) {
      int m = 3 + random.nextInt(15);
      double[][] h = definite(m, random);
      double[][] rows = rows(m, random);
      double[] gradient = random.doubles(m, -1, 1).toArray();
      double[] step = new double[m];
      ReducedSpace space = new ReducedSpace(h, rows);
      if (space.independence() < 0.01) {
        continue;
      }
      assertThat(space.step(gradient, 0, step)).isTrue();
      double[] after = gradient.clone();
      for (int i = 0; i < m; i++) {
        after[i] -= dot(h[i], step);
      }
      double[] multipliers = space.multipliers(after);
      for (int i = 0; i < m; i++) {
        double combined = rows[0][i] * multipliers[0] + rows[1][i] * multipliers[1];
        assertThat(combined).isCloseTo(after[i], within(1e-9));
      }
      assertThat(dot(rows[0], step)).isCloseTo(0, within(1e-12));
      assertThat(dot(rows[1], step)).isCloseTo(0, within(1e-12));
    }
  }

  private static double[][] definite(int m, SplittableRandom random) {
    double[][] h = new double[m][m];
    for (int r = 0; r < m + 5; r++) {
      double[] x = random.doubles(m, -1, 1).toArray();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < m; j++) {
          h[i][j] += x[i] * x[j];
        }
      }
    }
    return h;
  }

  private static double[][] rows(int m, SplittableRandom random) {
    double[][] rows = new double[2][m];
    for (int i = 0; i < m; i++) {
      rows[0][i] = 1;
      rows[1][i] = random.nextInt(2);
    }
    return rows;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
