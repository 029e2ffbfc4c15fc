package io.mirrorcore.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MidRanksTest {

  @Test
  void equalValuesShareTheMeanOfTheirPlaces() {
    // Places 0, 1.5, 1.5, 3 less 1.5; mean square (2.25 + 2.25) / 4.
    double scale = Math.sqrt(4.5 / 4);

    assertThat(MidRanks.standardised(new double[] {-7, 2, 2, 90}))
        .containsExactly(new double[] {-1.5 / scale, 0, 0, 1.5 / scale}, within(1e-15));
  }

  @Test
  void zeroIsEqualToItsNegative() {
    assertThat(MidRanks.standardised(new double[] {0.0, -0.0, 1}))
        .containsExactly(MidRanks.standardised(new double[] {5, 5, 6}));
  }

  @Test
  void valuesThatAreAllEqualHaveNoOrder() {
    assertThat(MidRanks.standardised(new double[] {3, 3, 3})).containsOnly(0);
    assertThat(MidRanks.standardised(new double[0])).isEmpty();
  }

  @Test
  void theirMeanIsNoneAndTheirMeanSquareIsOne() {
    double[] ranks = MidRanks.standardised(new double[] {4, 1, 1, 9, 2, 2, 2});

    assertThat(Arrays.stream(ranks).sum()).isCloseTo(0, within(1e-14));
    assertThat(Arrays.stream(ranks).map(z -> z * z).sum()).isCloseTo(7, within(1e-12));
  }
}
