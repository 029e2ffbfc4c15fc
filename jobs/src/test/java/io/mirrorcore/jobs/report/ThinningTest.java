package io.mirrorcore.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.report.RegimeBands.Band;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

  @Test
  void keepsEveryPointOfAShortSeries() {
    assertThat(Thinning.keep(new double[] {3, 1, 2, 5}, 4)).containsExactly(0, 1, 2, 3);
    assertThat(Thinning.keep(new double[0], 4)).isEmpty();
  }

  @Test
  void keepsFirstLastAndTheExtremesOfEachStretch() {
    double[] values = {0, 5, 1, 9, 2, 7, 7, 3, 4, 0};

    assertThat(Thinning.keep(values, 6)).containsExactly(0, 2, 3, 5, 7, 9);
  }

  @Test
  void everyStretchKeepsWhatAnUnthinnedLineReaches() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      int n = random.nextInt(10, 3_000);
      int limit = random.nextInt(4, 200);
      double[] values =
          IntStream.range(0, n)
              .mapToDouble(i -> random.nextInt(20) == 0 ? Double.NaN : random.nextDouble())
              .toArray();

      int[] kept = Thinning.keep(values, limit);

      assertThat(kept.length).isLessThanOrEqualTo(Math.max(limit, n <= limit ? n : 0));
      assertThat(kept).isSorted().doesNotHaveDuplicates();
      assertThat(kept[0]).isZero();
      assertThat(kept[kept.length - 1]).isEqualTo(n - 1);
      double[] there = Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
      assertThat(extreme(there, 1)).isEqualTo(extreme(values, 1));
      assertThat(extreme(there, -1)).isEqualTo(extreme(values, -1));
    }
  }

  private static double extreme(double[] values, int sign) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).map(v -> sign * v).min().orElse(0);
  }

  @Test
  void spreadsRowsFromTheFirstToTheLast() {
    assertThat(Thinning.spread(10, 4)).containsExactly(0, 3, 6, 9);
    assertThat(Thinning.spread(3, 4)).containsExactly(0, 1, 2);
  }

  @Test
  void timesComeBackFromSteps() {
    long[] times = {1_000, 1_060, 1_120, 1_300, 1_360};

    TimeSteps clock = TimeSteps.of(times);

    assertThat(clock).isEqualTo(new TimeSteps(1_000, 60));
    assertThat(clock.between(times, new int[] {0, 2, 4})).containsExactly(0, 2, 4);
    assertThat(TimeSteps.of(new long[] {7})).isEqualTo(new TimeSteps(7, 1));
    assertThatThrownBy(() -> TimeSteps.of(new long[] {7, 7}))
        .hasMessage("times must ascend; have 7 after 7");
  }

  @Test
  void manyRegimesBecomeStretchesOfTheLongest() {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String regime = i % 10 == 0 ? "VOLATILE" : i < 5_000 ? "TRENDING" : "RANGING";
      bands.add(new Band(i * 60L, (i + 1) * 60L, regime));
    }

    assertThat(new RegimeBands(bands).drawn())
        .containsExactly(new Band(0, 300_000, "TRENDING"), new Band(300_000, 600_000, "RANGING"));
    assertThat(new RegimeBands(bands.subList(0, 3)).drawn()).isEqualTo(bands.subList(0, 3));
  }
}
