package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class SampleCovarianceTest {

  @Test
  void dividesByOneLessThanTheRows() {
    Covariance sigma = SampleCovariance.of(new double[][] {{1, 2}, {3, 2}, {5, 5}});

    assertThat(sigma.matrix()).containsExactly(4, 3, 3, 3);
    assertThat(sigma.shrinkage()).isZero();
  }

  @Test
  void givesTheNumbersOfNumpy() {
    for (JsonNode one : ReferenceCases.of("covariance.json")) {
      Covariance sigma =
          SampleCovariance.of(ReferenceCases.matrix(one.get("input").get("returns")));
      assertThat(sigma.matrix())
          .as(one.get("name").asText())
          .containsExactly(
              ReferenceCases.flat(one.get("expected").get("sample_ddof1")), within(1e-15));
    }
  }

  @Test
  void givesAConstantColumnExactlyNoVariance() {
    Covariance sigma = SampleCovariance.of(new double[][] {{0.1, 1}, {0.1, 2}, {0.1, 4}});
    assertThat(new double[] {sigma.get(0, 0), sigma.get(0, 1)}).containsOnly(0.0);
  }

  @Test
  void wantsTwoRowsOfFiniteReturns() {
    assertThatThrownBy(() -> SampleCovariance.of(new double[][] {{1}}))
        .hasMessage("returns must have at least 2 rows; have 1");
    assertThatThrownBy(() -> SampleCovariance.of(new double[][] {{1}, {Double.NaN}}))
        .hasMessage("return of column 0 in row 1 must be finite; have NaN");
  }
}
