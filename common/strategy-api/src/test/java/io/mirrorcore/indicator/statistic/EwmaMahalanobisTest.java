package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EwmaMahalanobisTest {

  private static double[][] correlated(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] vectors = new double[rows][3];
    for (double[] vector : vectors) {
      double common = random.nextDouble(-1, 1);
      vector[0] = 5 + common + 0.1 * random.nextDouble(-1, 1);
      vector[1] = 10 * common + random.nextDouble(-1, 1);
      vector[2] = 0.01 * random.nextDouble(-1, 1);
    }
    return vectors;
  }

  @Test
  void countsDeviationsByHand() {
    // Half-life 1: weights 1/3 and 2/3 of 0 and 3: mean 2, variance (4 + 2) / 3 = 2.
    EwmaMahalanobis history = new EwmaMahalanobis(1, 1, 0);
    history.add(new double[] {0});
    history.add(new double[] {3});
    assertThat(history.squaredDistance(new double[] {6})).isCloseTo(8, within(1e-14));
    assertThat(history.squaredDistance(new double[] {2})).isZero();
    // A ridge of 1 doubles the only variance.
    EwmaMahalanobis ridged = new EwmaMahalanobis(1, 1, 1);
    ridged.add(new double[] {0});
    ridged.add(new double[] {3});
    assertThat(ridged.squaredDistance(new double[] {6})).isCloseTo(4, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesWhatTheWholeHistoryGives(long seed) {
    double[][] vectors = correlated(seed, 200);
    EwmaMahalanobis history = new EwmaMahalanobis(3, 20, 1e-6);
    for (int t = 0; t < vectors.length; t++) {
      if (t >= 10) {
        double batch = batch(vectors, t, 20, 1e-6);
        assertThat(history.squaredDistance(vectors[t])).isCloseTo(batch, within(1e-8 * batch));
      }
      history.add(vectors[t]);
    }
  }

  private static double batch(double[][] vectors, int count, double halfLife, double ridge) {
    RealVector mean = new ArrayRealVector(3);
    double total = 0;
    for (int i = 0; i < count; i++) {
      double weight = Math.pow(0.5, (count - 1 - i) / halfLife);
      mean = mean.add(new ArrayRealVector(vectors[i]).mapMultiply(weight));
      total += weight;
    }
    mean.mapDivideToSelf(total);
    RealMatrix covariance = MatrixUtils.createRealMatrix(3, 3);
    for (int i = 0; i < count; i++) {
      double weight = Math.pow(0.5, (count - 1 - i) / halfLife) / total;
      RealVector away = new ArrayRealVector(vectors[i]).subtract(mean);
      covariance = covariance.add(away.outerProduct(away).scalarMultiply(weight));
    }
    double added = ridge * covariance.getTrace() / 3;
    RealMatrix regular =
        covariance.add(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(added));
    RealVector away = new ArrayRealVector(vectors[count]).subtract(mean);
    return away.dotProduct(MatrixUtils.inverse(regular).operate(away));
  }

  @Test
  void isReadyWhenWhatCameBeforeWouldWeighLessThanOnePercent() {
    // 2^(-332/50) = 0.01003, 2^(-333/50) = 0.00989.
    EwmaMahalanobis history = new EwmaMahalanobis(1, 50, 0);
    for (int i = 0; i < 333; i++) {
      assertThat(history.isReady()).isFalse();
      history.add(new double[] {i});
    }
    assertThat(history.isReady()).isTrue();
  }

  @Test
  void aHistoryWithoutDifferencesMeasuresNothing() {
    EwmaMahalanobis history = new EwmaMahalanobis(2, 10, 1e-6);
    for (int i = 0; i < 100; i++) {
      history.add(new double[] {0.1, 7});
    }
    assertThat(history.squaredDistance(new double[] {0.1, 7})).isZero();
    assertThat(history.squaredDistance(new double[] {5, -5})).isZero();
  }

  /** Without a ridge there is no inverse where one entry follows from the other. */
  @Test
  void measuresNothingWhereAnEntryFollowsFromTheOthers() {
    EwmaMahalanobis bare = new EwmaMahalanobis(2, 10, 0);
    EwmaMahalanobis ridged = new EwmaMahalanobis(2, 10, 1e-6);
    for (double[] vector : correlated(5, 60)) {
      double[] twice = {vector[0], 2 * vector[0]};
      bare.add(twice);
      ridged.add(twice);
    }
    assertThat(bare.squaredDistance(new double[] {3, -1})).isZero();
    assertThat(ridged.squaredDistance(new double[] {3, -1})).isGreaterThan(1e3);
  }

  @Test
  void staysFiniteHoweverFarTheVector() {
    EwmaMahalanobis history = new EwmaMahalanobis(2, 10, 1e-6);
    history.add(new double[] {0, 0});
    history.add(new double[] {1e-150, 1e-150});
    assertThat(history.squaredDistance(new double[] {1e150, -1e150})).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void loadsWhatItSaved() {
    EwmaMahalanobis straight = new EwmaMahalanobis(3, 20, 1e-6);
    for (double[] vector : correlated(4, 60)) {
      EwmaMahalanobis restored = Saved.copy(straight, new EwmaMahalanobis(3, 20, 1e-6));
      assertThat(restored.squaredDistance(vector)).isEqualTo(straight.squaredDistance(vector));
      straight.add(vector);
      restored.add(vector);
      assertThat(Saved.bytes(restored)).isEqualTo(Saved.bytes(straight));
    }
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new EwmaMahalanobis(0, 1, 0))
        .hasMessage("size must be at least 1; have 0");
    assertThatThrownBy(() -> new EwmaMahalanobis(1, Double.NaN, 0))
        .hasMessage("halfLife must be more than 0; have NaN");
    assertThatThrownBy(() -> new EwmaMahalanobis(1, 1, -1))
        .hasMessage("ridge must be at least 0; have -1.0");
  }
}
