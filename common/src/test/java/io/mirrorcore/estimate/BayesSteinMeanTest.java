package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class BayesSteinMeanTest {

  /**
   * Means 1 and 2, S = diag(8, 8), T = 8, so Sigma = diag(2, 2): the portfolio is 1/2, 1/2, m0 =
   * 3/2, d = (-1/2, 1/2), T d' inv(Sigma) d = 8/4, intensity 4 / (4 + 2).
   */
  @Test
  void shrinksAsWorkedOutByHand() {
    double[][] returns = {{2, 3}, {0, 1}, {2, 1}, {0, 3}, {2, 3}, {0, 1}, {2, 1}, {0, 3}};
    BayesSteinMean shrunk = BayesSteinMean.of(returns);

    assertThat(shrunk.intensity()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(shrunk.mean()).containsExactly(new double[] {4.0 / 3, 5.0 / 3}, within(1e-15));
  }

  @Test
  void isWhatThePaperDefines() {
    Random random = new Random(15);
    for (int k = 0; k < 100; k++) {
      int n = 2 + k % 18;
      int rows = n + 3 + random.nextInt(60);
      double[][] returns = RandomReturns.of(random, rows, n);
      BayesSteinMean shrunk = BayesSteinMean.of(returns);
      double[] sigma = SampleCovariance.of(returns).times((rows - 1.0) / (rows - n - 2)).matrix();

      Paper paper = new Paper(RollingMean.of(returns), sigma, rows);
      assertThat(shrunk.intensity()).isCloseTo(paper.intensity, within(1e-9)).isBetween(0.0, 1.0);
      assertThat(shrunk.mean()).containsExactly(paper.mean, within(1e-11));
    }
  }

  @Test
  void takesLedoitWolfWhereTheSampleCovarianceIsSingular() {
    Random random = new Random(16);
    double[][] few = RandomReturns.of(random, 12, 19);
    assertLedoitWolf(few);

    double[][] still = RandomReturns.of(random, 60, 5);
    double[][] twins = RandomReturns.of(random, 60, 5);
    for (int t = 0; t < 60; t++) {
      still[t][3] = 0.001;
      twins[t][4] = twins[t][0];
    }
    assertLedoitWolf(still);
    assertLedoitWolf(twins);
  }

  private static void assertLedoitWolf(double[][] returns) {
    Paper paper =
        new Paper(RollingMean.of(returns), LedoitWolf.of(returns).matrix(), returns.length);
    BayesSteinMean shrunk = BayesSteinMean.of(returns);
    assertThat(shrunk.intensity()).isCloseTo(paper.intensity, within(1e-9)).isBetween(0.0, 1.0);
    assertThat(shrunk.mean()).containsExactly(paper.mean, within(1e-11));
  }

  @Test
  void leavesTheMeansWhereNothingSaysHowFarToTrustThem() {
    double[][] constant = {{0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}};
    assertThat(BayesSteinMean.of(constant).mean()).containsExactly(0.1, 0.2, 0.3);
    assertThat(BayesSteinMean.of(constant).intensity()).isZero();
    double[][] twoRows = {{1, 2, 4}, {3, 1, 8}};
    assertThat(BayesSteinMean.of(twoRows).mean()).containsExactly(2, 1.5, 6);
    assertThat(BayesSteinMean.of(twoRows).intensity()).isZero();
  }

  @Test
  void leavesOneStrategyItsMean() {
    BayesSteinMean shrunk = BayesSteinMean.of(new double[][] {{1}, {2}, {4}, {5}});
    assertThat(shrunk.mean()).containsExactly(3);
    assertThat(shrunk.intensity()).isEqualTo(1);
  }

  @Test
  void trustsALongSampleAndMovesWithItsUnits() {
    Random random = new Random(17);
    double[][] returns = RandomReturns.of(random, 3000, 3);
    for (double[] row : returns) {
      row[1] += 0.01;
    }
    BayesSteinMean shrunk = BayesSteinMean.of(returns);
    BayesSteinMean tiny = BayesSteinMean.of(RandomReturns.map(returns, 1e-10, 0));

    assertThat(shrunk.intensity()).isLessThan(0.01);
    assertThat(tiny.intensity()).isCloseTo(shrunk.intensity(), within(1e-12));
    assertThat(tiny.mean()[1] * 1e10).isCloseTo(shrunk.mean()[1], within(1e-14));
  }

  @Test
  void namesColumnAndRowOfAReturnThatIsNotFinite() {
    assertThatThrownBy(() -> BayesSteinMean.of(new double[][] {{1}, {Double.NaN}}))
        .hasMessage("return of column 0 in row 1 must be finite; have NaN");
    assertThatThrownBy(() -> new BayesSteinMean(new double[1], 1.5)).hasMessageContaining("1.5");
  }

  /** By inverse matrix. */
  private static final class Paper {
    private final double intensity;
    private final double[] mean;

    Paper(double[] sample, double[] sigma, int rows) {
      int n = sample.length;
      RealMatrix matrix = new Array2DRowRealMatrix(n, n);
      for (int k = 0; k < sigma.length; k++) {
        matrix.setEntry(k / n, k % n, sigma[k]);
      }
      RealMatrix inverse = new LUDecomposition(matrix, 0).getSolver().getInverse();
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      RealVector weights = inverse.operate(new ArrayRealVector(ones));
      RealVector means = new ArrayRealVector(sample);
      double target = weights.dotProduct(means) / weights.dotProduct(new ArrayRealVector(ones));
      RealVector distance = means.mapSubtract(target);
      intensity = (n + 2) / (n + 2 + rows * distance.dotProduct(inverse.operate(distance)));
      mean = means.mapMultiply(1 - intensity).mapAdd(intensity * target).toArray();
    }
  }
}
