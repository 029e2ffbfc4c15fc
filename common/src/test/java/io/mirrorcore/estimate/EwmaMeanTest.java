package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EwmaMeanTest {

  @Test
  void weighsTheNewestRowMost() {
    assertThat(EwmaMean.of(new double[][] {{1, 8}, {2, 4}, {3, 0}}, 0.5)).containsExactly(2.25, 3);
  }

  @Test
  void isTheLastRowForAlphaOneAndTheRowItselfForOneRow() {
    assertThat(EwmaMean.of(new double[][] {{1, 8}, {2, 4}}, 1)).containsExactly(2, 4);
    assertThat(EwmaMean.of(new double[][] {{1, 8}}, 0.1)).containsExactly(1, 8);
  }

  @Test
  void isTheWeightedSumOfTheRows() {
    Random random = new Random(3);
    double[][] returns = new double[60][1];
    double expected = 0;
    for (int t = 0; t < 60; t++) {
      returns[t][0] = random.nextGaussian();
      expected += (t == 0 ? 1 : 0.1) * Math.pow(0.9, 59 - t) * returns[t][0];
    }
    assertThat(EwmaMean.of(returns, 0.1)[0]).isCloseTo(expected, within(1e-14));
  }

  @Test
  void leavesTheReturnsAsTheyAre() {
    double[][] returns = {{1}, {2}};
    EwmaMean.of(returns, 0.5);
    assertThat(returns[0]).containsExactly(1);
  }

  @Test
  void refusesBadAlphaAndBadReturns() {
    double[][] returns = {{1, 2}, {1, Double.NaN}};
    assertThatThrownBy(() -> EwmaMean.of(returns, 0.1))
        .hasMessage("return of column 1 in row 1 must be finite; have NaN");
    assertThatThrownBy(() -> EwmaMean.of(returns, Double.NaN))
        .hasMessage("alpha must be in (0, 1]; have NaN");
    assertThatThrownBy(() -> EwmaMean.of(returns, 0)).hasMessageContaining("have 0.0");
    assertThatThrownBy(() -> EwmaMean.of(new double[0][], 0.1)).hasMessageContaining("have 0");
  }
}
