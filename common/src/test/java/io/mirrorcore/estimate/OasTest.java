package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OasTest {

  /** S = diag(2, 1/2), m = 5/4, a = 17/16: (17/16 + 25/16) / (5 (17/16 - 25/32)) above 1. */
  @Test
  void shrinksAsWorkedOutByHand() {
    Covariance full = Oas.of(new double[][] {{3, 1}, {-1, 1}, {1, 2}, {1, 0}});
    assertThat(full.shrinkage()).isEqualTo(1);
    assertThat(full.matrix()).containsExactly(1.25, 0, 0, 1.25);

    // S = diag(8, 0), m = 4, a = 16: 32 / (5 * 8)
    Covariance part = Oas.of(new double[][] {{4, 0}, {-4, 0}, {0, 0}, {0, 0}});
    assertThat(part.shrinkage()).isCloseTo(0.8, within(1e-15));
    assertThat(part.matrix()).containsExactly(new double[] {4.8, 0, 0, 3.2}, within(1e-14));
  }

  @Test
  void givesTheNumbersOfScikitLearn() {
    for (JsonNode one : ReferenceCases.of("covariance.json")) {
      JsonNode expected = one.get("expected").get("oas");
      Covariance sigma = Oas.of(ReferenceCases.matrix(one.get("input").get("returns")));

      assertThat(sigma.shrinkage())
          .as(one.get("name").asText())
          .isCloseTo(expected.get("shrinkage").doubleValue(), within(1e-12));
      assertThat(sigma.matrix())
          .as(one.get("name").asText())
          .containsExactly(ReferenceCases.flat(expected.get("covariance")), within(1e-15));
    }
  }

  @Test
  void shrinksWhollyWhereThereIsNothingToLoseAndNotForOneStrategy() {
    Covariance constant = Oas.of(new double[][] {{0.1, 0.7}, {0.1, 0.7}, {0.1, 0.7}});
    assertThat(constant.shrinkage()).isEqualTo(1);
    assertThat(constant.matrix()).containsOnly(0.0);
    assertThat(Oas.of(new double[][] {{1}, {3}}).shrinkage()).isZero();
  }

  @Test
  void doesNotMindAnOffsetOrAScale() {
    Random random = new Random(6);
    for (int k = 0; k < 100; k++) {
      double[][] returns = RandomReturns.of(random, 2 + k, 2 + k % 19);
      double shrinkage = Oas.of(returns).shrinkage();
      assertThat(shrinkage).isBetween(0.0, 1.0);
      assertThat(Oas.of(RandomReturns.map(returns, 1e-10, 0)).shrinkage())
          .isCloseTo(shrinkage, within(1e-12));
      assertThat(Oas.of(RandomReturns.map(returns, 1, 1)).shrinkage())
          .isCloseTo(shrinkage, within(1e-12));
    }
  }

  @Test
  void namesColumnAndRowOfAReturnThatIsNotFinite() {
    assertThatThrownBy(() -> Oas.of(new double[][] {{1}, {Double.NaN}}))
        .hasMessage("return of column 0 in row 1 must be finite; have NaN");
  }
}
