package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedoitWolfTest {

  /** S = diag(2, 1/2), m = 5/4, delta = 9/16, q4 = 34, beta = (34/4 - 17/4) / 8 = 17/32. */
  @Test
  void shrinksAsWorkedOutByHand() {
    Covariance sigma = LedoitWolf.of(new double[][] {{3, 1}, {-1, 1}, {1, 2}, {1, 0}});

    assertThat(sigma.shrinkage()).isCloseTo(17.0 / 18, within(1e-15));
    assertThat(sigma.get(0, 0)).isCloseTo(2.0 / 18 + 1.25 * 17 / 18, within(1e-15));
    assertThat(sigma.get(1, 1)).isCloseTo(0.5 / 18 + 1.25 * 17 / 18, within(1e-15));
    assertThat(sigma.get(0, 1)).isZero();
  }

  @Test
  void givesTheNumbersOfScikitLearn() {
    JsonNode cases = ReferenceCases.of("covariance.json");
    assertThat(cases).isNotEmpty();
    for (JsonNode one : cases) {
      JsonNode expected = one.get("expected").get("ledoit_wolf");
      Covariance sigma = LedoitWolf.of(ReferenceCases.matrix(one.get("input").get("returns")));

      assertThat(sigma.shrinkage())
          .as(one.get("name").asText())
          .isCloseTo(expected.get("shrinkage").doubleValue(), within(1e-12));
      assertThat(sigma.matrix())
          .as(one.get("name").asText())
          .containsExactly(ReferenceCases.flat(expected.get("covariance")), within(1e-12));
    }
  }

  @Test
  void shrinksNothingForOneStrategy() {
    Covariance sigma = LedoitWolf.of(new double[][] {{0.01}, {0.03}, {0.02}});

    assertThat(sigma.shrinkage()).isZero();
    assertThat(sigma.get(0, 0)).isCloseTo(0.0002 / 3, within(1e-18));
  }

  @Test
  void givesConstantColumnsNoVarianceAndNoShrinkage() {
    Covariance sigma = LedoitWolf.of(new double[][] {{0.1, 0.7}, {0.1, 0.7}, {0.1, 0.7}});

    assertThat(sigma.shrinkage()).isZero();
    assertThat(sigma.matrix()).containsOnly(0.0);
  }

  @Test
  void neverShrinksByLessThanNothingWithTwoRows() {
    Random random = new Random(1);
    for (int k = 0; k < 1000; k++) {
      double shrinkage = LedoitWolf.of(returns(random, 2, 1 + k % 20)).shrinkage();
      assertThat(shrinkage).isBetween(0.0, 1e-13);
    }
  }

  @Test
  void keepsTraceAndSymmetryAndDoesNotMindAnOffsetOrAScale() {
    Random random = new Random(2);
    for (int k = 0; k < 200; k++) {
      int n = 1 + k % 20;
      double[][] returns = returns(random, 3 + random.nextInt(60), n);
      Covariance sigma = LedoitWolf.of(returns);
      Covariance moved = LedoitWolf.of(map(returns, 1, 0.25));
      Covariance scaled = LedoitWolf.of(map(returns, 1e-10, 0));

      assertThat(sigma.shrinkage()).isBetween(0.0, 1.0);
      assertThat(moved.shrinkage()).isCloseTo(sigma.shrinkage(), within(1e-10));
      assertThat(scaled.shrinkage()).isCloseTo(sigma.shrinkage(), within(1e-11));
      assertThat(trace(sigma)).isCloseTo(totalVariance(returns), within(1e-15));
      double worst = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double value = sigma.get(i, j);
          worst = Math.max(worst, value == sigma.get(j, i) ? 0 : 1);
          worst = Math.max(worst, Math.abs(moved.get(i, j) - value));
          worst = Math.max(worst, Math.abs(scaled.get(i, j) * 1e20 - value));
        }
      }
      assertThat(worst).isLessThan(1e-15);
    }
  }

  @Test
  void namesColumnAndRowOfAReturnThatIsNotFinite() {
    double[][] returns = {{0.1, 0.2}, {0.1, 0.3}, {0.2, Double.NaN}};
    assertThatThrownBy(() -> LedoitWolf.of(returns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("return of column 1 in row 2 must be finite; have NaN");
    returns[2][1] = 0;
    returns[0][0] = Double.NEGATIVE_INFINITY;
    assertThatThrownBy(() -> LedoitWolf.of(returns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 0 in row 0");
  }

  @Test
  void wantsTwoRowsOfOneLength() {
    assertThatThrownBy(() -> LedoitWolf.of(new double[][] {{1, 2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("returns must have at least 2 rows; have 1");
    assertThatThrownBy(() -> LedoitWolf.of(new double[][] {{1, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 must have 2 columns");
    assertThatThrownBy(() -> LedoitWolf.of(new double[][] {{}, {}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[][] returns(Random random, int rows, int n) {
    double[][] returns = new double[rows][n];
    for (double[] row : returns) {
      double market = 0.01 * random.nextGaussian();
      for (int i = 0; i < n; i++) {
        row[i] = market + 0.02 * random.nextGaussian();
      }
    }
    return returns;
  }

  private static double[][] map(double[][] returns, double factor, double offset) {
    double[][] mapped = new double[returns.length][];
    for (int t = 0; t < mapped.length; t++) {
      mapped[t] = returns[t].clone();
      for (int i = 0; i < mapped[t].length; i++) {
        mapped[t][i] = factor * mapped[t][i] + offset;
      }
    }
    return mapped;
  }

  private static double trace(Covariance sigma) {
    double trace = 0;
    for (int i = 0; i < sigma.n(); i++) {
      trace += sigma.get(i, i);
    }
    return trace;
  }

  private static double totalVariance(double[][] returns) {
    double total = 0;
    for (int i = 0; i < returns[0].length; i++) {
      double mean = 0;
      for (double[] row : returns) {
        mean += row[i] / returns.length;
      }
      for (double[] row : returns) {
        total += (row[i] - mean) * (row[i] - mean) / returns.length;
      }
    }
    return total;
  }
}
