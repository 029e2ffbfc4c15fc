package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RollingMeanTest {

  @Test
  void countsEveryRowAlike() {
    assertThat(RollingMean.of(new double[][] {{1, 8}, {2, 4}, {6, 0}})).containsExactly(3, 4);
    assertThat(RollingMean.of(new double[][] {{1, 8}})).containsExactly(1, 8);
  }

  /** Three times 0.1 is not 0.3, and a sum of them not three times the mean. */
  @Test
  void isTheConstantItselfForAConstantColumn() {
    assertThat(RollingMean.of(new double[][] {{0.1}, {0.1}, {0.1}})).containsExactly(0.1);
  }

  @Test
  void refusesBadReturns() {
    assertThatThrownBy(() -> RollingMean.of(new double[0][])).hasMessageContaining("have 0");
    assertThatThrownBy(() -> RollingMean.of(new double[][] {{Double.NaN}}))
        .hasMessage("return of column 0 in row 0 must be finite; have NaN");
  }
}
