package io.mirrorcore.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

  @Test
  void cornersAreTheEndsOfTheRanges() {
    assertThat(SearchSpace.point(3, new double[] {0, 1})).isEqualTo(new TrialPoint(3, 10, 0.2));
    assertThat(SearchSpace.point(3, new double[] {1, 0})).isEqualTo(new TrialPoint(3, 500, 0.01));
  }

  @Test
  void halfWayIsTheGeometricMeanOfLambdaAndTheMeanOfEta() {
    assertThat(SearchSpace.point(1, new double[] {0.5, 0.5}))
        .isEqualTo(new TrialPoint(1, 70.7, 0.105));
  }

  @Test
  void thereAndBackIsTheSamePlaceButForTheRounding() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1_000; i++) {
      double[] unit = {random.nextDouble(), random.nextDouble()};
      TrialPoint point = SearchSpace.point(1, unit);
      assertThat(SearchSpace.unit(point)).containsExactly(unit, within(3e-3));
      assertThat(SearchSpace.point(1, SearchSpace.unit(point))).isEqualTo(point);
    }
  }
}
