package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimatesTest {

  private final double[][] returns = RandomReturns.of(new Random(18), 60, 6);

  @Test
  void usesTheMeanAskedFor() {
    BayesSteinMean shrunk = BayesSteinMean.of(returns);

    assertThat(estimates(MeanMethod.EWMA, CovarianceMethod.SAMPLE).mean())
        .containsExactly(EwmaMean.of(returns, 0.2));
    assertThat(estimates(MeanMethod.ROLLING, CovarianceMethod.SAMPLE).mean())
        .containsExactly(RollingMean.of(returns));
    assertThat(estimates(MeanMethod.ROLLING, CovarianceMethod.SAMPLE).meanShrinkage()).isZero();
    assertThat(estimates(MeanMethod.SHRINKAGE, CovarianceMethod.SAMPLE).mean())
        .containsExactly(shrunk.mean());
    assertThat(estimates(MeanMethod.SHRINKAGE, CovarianceMethod.SAMPLE).meanShrinkage())
        .isEqualTo(shrunk.intensity())
        .isPositive();
  }

  @Test
  void usesTheCovarianceAskedFor() {
    assertCovariance(CovarianceMethod.LEDOIT_WOLF, LedoitWolf.of(returns));
    assertCovariance(CovarianceMethod.CONSTANT_CORRELATION, ConstantCorrelation.of(returns));
    assertCovariance(CovarianceMethod.OAS, Oas.of(returns));
    assertCovariance(CovarianceMethod.SAMPLE, SampleCovariance.of(returns));
    assertCovariance(CovarianceMethod.EWMA, EwmaCovariance.of(returns, 15));
  }

  @Test
  void takesACovarianceThatIsKnownAlready() {
    Covariance known = SlidingLedoitWolf.of(returns, 60).covariance();
    Estimates estimates = Estimates.of(returns, known, EstimatorSettings.defaults());

    assertThat(estimates.covariance()).isSameAs(known);
    assertThat(estimates.mean()).containsExactly(EwmaMean.of(returns, 0.1));
    assertThatThrownBy(() -> new Estimates(new double[5], known, 0))
        .hasMessage("mean must have n = 6 entries; have 5");
    assertThatThrownBy(() -> new Estimates(new double[6], known, Double.NaN))
        .hasMessage("meanShrinkage must be in [0, 1]; have NaN");
  }

  @Test
  void slidesOnlyWhatGivesTheSameInOneGo() {
    Covariance slid = SlidingLedoitWolf.of(returns, 60).covariance();
    for (CovarianceMethod method : CovarianceMethod.values()) {
      double[] covariance = estimates(MeanMethod.EWMA, method).covariance().matrix();
      double difference = 0;
      for (int k = 0; k < covariance.length; k++) {
        difference = Math.max(difference, Math.abs(covariance[k] - slid.matrix()[k]));
      }
      assertThat(difference <= 1e-12 * slid.get(0, 0)).isEqualTo(method.slides());
    }
  }

  @Test
  void findsMethodsByTheNamesOfTheConfiguration() {
    assertThat(MeanMethod.of("shrinkage")).contains(MeanMethod.SHRINKAGE);
    assertThat(MeanMethod.of("SHRINKAGE")).isEmpty();
    assertThat(CovarianceMethod.of("ledoit-wolf")).contains(CovarianceMethod.LEDOIT_WOLF);
    assertThat(CovarianceMethod.of("")).isEmpty();
    for (MeanMethod method : MeanMethod.values()) {
      assertThat(MeanMethod.of(method.id())).contains(method);
    }
    for (CovarianceMethod method : CovarianceMethod.values()) {
      assertThat(CovarianceMethod.of(method.id())).contains(method);
    }
  }

  @Test
  void namesColumnAndRowOfAReturnThatIsNotFinite() {
    returns[7][2] = Double.NEGATIVE_INFINITY;
    for (CovarianceMethod method : CovarianceMethod.values()) {
      assertThatThrownBy(() -> estimates(MeanMethod.ROLLING, method))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("return of column 2 in row 7 must be finite; have -Infinity");
    }
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatThrownBy(() -> settings(Double.NaN, 20))
        .hasMessage("ewmaAlpha must be in (0, 1]; have NaN");
    assertThatThrownBy(() -> settings(1.1, 20)).hasMessageContaining("have 1.1");
    assertThatThrownBy(() -> settings(0.1, 0.5))
        .hasMessage("halfLife must be at least 1; have 0.5");
    assertThatThrownBy(() -> new EstimatorSettings(null, CovarianceMethod.OAS, 0.1, 20))
        .hasMessage("mean");
  }

  @Test
  void sendsItsSettingsOverTheWire() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(EstimatorSettings.defaults());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(EstimatorSettings.defaults());
    }
  }

  private void assertCovariance(CovarianceMethod method, Covariance expected) {
    Covariance covariance = estimates(MeanMethod.EWMA, method).covariance();
    assertThat(covariance.matrix()).as(method.id()).containsExactly(expected.matrix());
    assertThat(covariance.shrinkage()).as(method.id()).isEqualTo(expected.shrinkage());
  }

  private Estimates estimates(MeanMethod mean, CovarianceMethod covariance) {
    return Estimates.of(returns, new EstimatorSettings(mean, covariance, 0.2, 15));
  }

  private static EstimatorSettings settings(double alpha, double halfLife) {
    return new EstimatorSettings(MeanMethod.EWMA, CovarianceMethod.EWMA, alpha, halfLife);
  }
}
