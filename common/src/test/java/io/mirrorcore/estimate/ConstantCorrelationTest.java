package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.matrix.Cholesky;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConstantCorrelationTest {

  /**
   * The paper's sums term by term: s, r, F, then AsyVar and AsyCov by their definitions as means of
   * products over the rows.
   */
  @Test
  void isWhatThePaperDefines() {
    Random random = new Random(8);
    for (int k = 0; k < 60; k++) {
      int rows = 2 + random.nextInt(70);
      int n = 3 + k % 8;
      double[][] returns = RandomReturns.of(random, rows, n);
      Covariance sigma = ConstantCorrelation.of(returns);
      Paper paper = new Paper(returns);

      assertThat(sigma.shrinkage()).isCloseTo(paper.shrinkage(), within(1e-10));
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double expected =
              (1 - sigma.shrinkage()) * paper.s[i][j] + sigma.shrinkage() * paper.target(i, j);
          assertThat(sigma.get(i, j)).isCloseTo(expected, within(1e-16));
        }
      }
    }
  }

  /** Three columns that are one: r = 1, F = S. Two columns: r is their own correlation. */
  @Test
  void shrinksNothingWhereTheSampleIsTheTargetAlready() {
    double[][] same = {{1, 1, 1}, {2, 2, 2}, {4, 4, 4}};
    Random random = new Random(9);
    assertThat(ConstantCorrelation.of(same).shrinkage()).isZero();
    for (int k = 0; k < 50; k++) {
      double[][] pair = RandomReturns.of(random, 30, 2);
      assertThat(ConstantCorrelation.of(pair).shrinkage()).isZero();
    }
    assertThat(ConstantCorrelation.of(new double[][] {{1}, {3}}).matrix()).containsExactly(1);
  }

  @Test
  void leavesAConstantColumnOutAndAtZero() {
    Random random = new Random(10);
    double[][] moving = RandomReturns.of(random, 40, 3);
    double[][] withConstant = new double[40][];
    for (int t = 0; t < 40; t++) {
      withConstant[t] = new double[] {moving[t][0], 0.1, moving[t][1], moving[t][2]};
    }
    Covariance expected = ConstantCorrelation.of(moving);
    Covariance sigma = ConstantCorrelation.of(withConstant);

    assertThat(sigma.shrinkage()).isCloseTo(expected.shrinkage(), within(1e-12)).isPositive();
    assertThat(sigma.get(0, 3)).isCloseTo(expected.get(0, 2), within(1e-17));
    for (int i = 0; i < 4; i++) {
      assertThat(sigma.get(i, 1)).isZero();
    }
    assertThat(ConstantCorrelation.of(new double[][] {{1, 2, 3}, {1, 2, 3}}).matrix())
        .containsOnly(0.0);
  }

  @Test
  void keepsVariancesAndSymmetryAndNoNegativeDirection() {
    Random random = new Random(11);
    for (int k = 0; k < 100; k++) {
      int n = 1 + k % 20;
      double[][] returns = RandomReturns.of(random, 2 + k, n);
      Covariance sigma = ConstantCorrelation.of(returns);
      Covariance moved = ConstantCorrelation.of(RandomReturns.map(returns, 1e-6, 1e-6));
      Covariance sample = SampleCovariance.of(returns);
      assertThat(moved.shrinkage()).isCloseTo(sigma.shrinkage(), within(1e-9));
      for (int i = 0; i < n; i++) {
        double biased = sample.get(i, i) * (k + 1) / (k + 2);
        assertThat(sigma.get(i, i)).isCloseTo(biased, within(1e-17));
        for (int j = 0; j < n; j++) {
          assertThat(sigma.get(i, j)).isEqualTo(sigma.get(j, i));
        }
      }
      assertThat(Cholesky.of(sigma.plusIdentity(1e-9).matrix(), n)).isPresent();
    }
  }

  @Test
  void namesColumnAndRowOfAReturnThatIsNotFinite() {
    assertThatThrownBy(() -> ConstantCorrelation.of(new double[][] {{1}, {Double.NaN}}))
        .hasMessage("return of column 0 in row 1 must be finite; have NaN");
  }

  /** The definitions, slow and plain. */
  private static final class Paper {
    private final int rows;
    private final int n;
    private final double[][] x;
    private final double[][] s;
    private double r;

    Paper(double[][] returns) {
      rows = returns.length;
      n = returns[0].length;
      double[] mean = RollingMean.of(returns);
      x = new double[rows][n];
      s = new double[n][n];
      for (int t = 0; t < rows; t++) {
        for (int i = 0; i < n; i++) {
          x[t][i] = returns[t][i] - mean[i];
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int t = 0; t < rows; t++) {
            s[i][j] += x[t][i] * x[t][j] / rows;
          }
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          r += 2.0 / n / (n - 1) * s[i][j] / Math.sqrt(s[i][i] * s[j][j]);
        }
      }
    }

    double target(int i, int j) {
      return i == j ? s[i][i] : r * Math.sqrt(s[i][i] * s[j][j]);
    }

    /** {@code AsyCov(s_ab, s_cd)}: the mean product of how far each row is from its mean. */
    private double covariance(int a, int b, int c, int d) {
      double sum = 0;
      for (int t = 0; t < rows; t++) {
        sum += (x[t][a] * x[t][b] - s[a][b]) * (x[t][c] * x[t][d] - s[c][d]) / rows;
      }
      return sum;
    }

    double shrinkage() {
      double pi = 0;
      double rho = 0;
      double gamma = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          pi += covariance(i, j, i, j);
          gamma += Math.pow(target(i, j) - s[i][j], 2);
          if (i == j) {
            rho += covariance(i, i, i, i);
          } else {
            double ratio = Math.sqrt(s[j][j] / s[i][i]);
            rho += r / 2 * ratio * covariance(i, i, i, j);
            rho += r / 2 / ratio * covariance(j, j, i, j);
          }
        }
      }
      return Math.max(0, Math.min(1, (pi - rho) / gamma / rows));
    }
  }
}
