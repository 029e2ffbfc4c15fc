package io.mirrorcore.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatinHypercubeTest {

  @Test
  void everySliceOfEveryAxisHasOnePlace() {
    for (int n : new int[] {1, 2, 7, 10, 33}) {
      double[][] places = LatinHypercube.of(n, 3, new SplittableRandom(n));
      for (int d = 0; d < 3; d++) {
        int axis = d;
        assertThat(Arrays.stream(places).mapToInt(place -> (int) (place[axis] * n)).sorted())
            .containsExactlyElementsOf(IntStream.range(0, n).boxed().toList());
      }
    }
  }

  @Test
  void isTheSameForTheSameSeedAndOtherForAnother() {
    double[][] places = LatinHypercube.of(10, 2, new SplittableRandom(42));
    assertThat(LatinHypercube.of(10, 2, new SplittableRandom(42))).isDeepEqualTo(places);
    assertThat(LatinHypercube.of(10, 2, new SplittableRandom(43))[0]).isNotEqualTo(places[0]);
  }
}
