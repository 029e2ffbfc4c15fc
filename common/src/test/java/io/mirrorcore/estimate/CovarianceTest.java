package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CovarianceTest {

  private final Covariance sigma = new Covariance(new double[] {4, 1, 1, 2}, 2, 0.5);

  @Test
  void addsToTheDiagonalAlone() {
    assertThat(sigma.plusIdentity(0.5).matrix()).containsExactly(4.5, 1, 1, 2.5);
    assertThat(sigma.matrix()).containsExactly(4, 1, 1, 2);
  }

  @Test
  void changesItsUnit() {
    Covariance daily = sigma.times(24);
    assertThat(daily.matrix()).containsExactly(96, 24, 24, 48);
    assertThat(daily.shrinkage()).isEqualTo(0.5);
    assertThat(daily.get(1, 0)).isEqualTo(24);
  }

  @Test
  void refusesWhatIsNoCovariance() {
    assertThatThrownBy(() -> new Covariance(new double[3], 2, 0))
        .hasMessage("matrix must have n * n = 4 entries; have 3");
    assertThatThrownBy(() -> new Covariance(new double[0], 0, 0)).hasMessageContaining("have 0");
    assertThatThrownBy(() -> new Covariance(new double[1], 1, Double.NaN))
        .hasMessage("shrinkage must be in [0, 1]; have NaN");
    assertThatThrownBy(() -> new Covariance(new double[] {1, 0, Double.NaN, 1}, 2, 0))
        .hasMessage("covariance of 1 and 0 must be finite; have NaN");
    assertThatThrownBy(() -> sigma.times(Double.NaN)).hasMessageContaining("have NaN");
    assertThatThrownBy(() -> sigma.plusIdentity(-1)).hasMessageContaining("have -1.0");
  }
}
