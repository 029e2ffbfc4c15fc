package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanVarianceProblemTest {

  private static final double[] EQUAL = {0.5, 0.5};

  /** 3/2 - (2/2) 5/4 - (1/2) (1/4 + 1/4) = 0. */
  @Test
  void weighsReturnAgainstRiskAndTurnover() {
    MeanVarianceProblem p =
        MeanVarianceProblem.withCap(
            new Moments(new double[] {1, 2}, new double[] {1, 0, 0, 4}),
            new Penalties(2, 0.5, new double[] {0, 1}),
            1);

    assertThat(p.utility(EQUAL)).isEqualTo(0);
    assertThat(p.utility(new double[] {0, 1})).isEqualTo(2 - 4);
    assertThat(p.size()).isEqualTo(2);
  }

  @Test
  void takesTheVarianceOfEveryPair() {
    Moments moments = new Moments(new double[2], new double[] {4, 1, 1, 9});

    // 1/4 (4 + 1 + 1 + 9).
    assertThat(moments.variance(EQUAL)).isEqualTo(3.75);
    assertThat(moments.variance(new double[] {1, -1})).isEqualTo(11);
  }

  @Test
  void hasTheFormOfLeastVarianceToo() {
    MeanVarianceProblem p =
        MeanVarianceProblem.leastVariance(new double[] {4, 1, 1, 9}, Box.upTo(1, 2));

    assertThat(p.utility(EQUAL)).isEqualTo(-3.75);
  }

  @Test
  void hasTheFormOfWhatIsNearestToEqualWeights() {
    MeanVarianceProblem p = MeanVarianceProblem.nearestToEqual(Box.upTo(1, 2));

    assertThat(p.utility(EQUAL)).isZero();
    assertThat(p.utility(new double[] {0.75, 0.25})).isCloseTo(-0.125, within(1e-16));
  }
}
