package io.mirrorcore.backtest.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawdownEpisodeTest {

  private static long[] times(int bars) {
    long[] times = new long[bars];
    for (int t = 0; t < bars; t++) {
      times[t] = 1000L + t;
    }
    return times;
  }

  /**
   *
   *
   * <pre>
   *   bar     0    1    2    3    4    5     6    7    8    9
   *   equity  0.9  1.0  1.2  0.9  0.6  1.2   1.1  1.5  1.4  1.2
   * </pre>
   *
   * From 1 at the start to bar 1, 10 %; from bar 2 by way of bar 4 to bar 5, 50 %; bar 6, 8.3 %;
   * from bar 7 on, 20 %, which does not end.
   */
  @Test
  void stretchesAreAsByHandDeepestFirst() {
    List<DrawdownEpisode> found =
        DrawdownEpisode.deepest(
            new double[] {0.9, 1.0, 1.2, 0.9, 0.6, 1.2, 1.1, 1.5, 1.4, 1.2}, times(10), 500);
    assertThat(found).hasSize(4);
    assertThat(found.get(0).depth()).isCloseTo(0.5, within(1e-15));
    assertThat(found.get(0).start()).isEqualTo(1002);
    assertThat(found.get(0).trough()).isEqualTo(1004);
    assertThat(found.get(0).end()).isEqualTo(1005);
    assertThat(found.get(0).bars()).isEqualTo(3);
    assertThat(found.get(0).barsToTrough()).isEqualTo(2);
    assertThat(found.get(1).depth()).isCloseTo(0.2, within(1e-15));
    assertThat(found.get(1).start()).isEqualTo(1007);
    assertThat(found.get(1).trough()).isEqualTo(1009);
    assertThat(found.get(1).end()).as("not over yet").isNull();
    assertThat(found.get(1).bars()).isEqualTo(2);
    assertThat(found.get(2).depth()).isCloseTo(0.1, within(1e-15));
    assertThat(found.get(2).start()).as("the evaluation's start").isEqualTo(500);
    assertThat(found.get(2).bars()).isEqualTo(2);
    assertThat(found.get(3).depth()).isCloseTo(1 - 1.1 / 1.2, within(1e-15));
  }

  @Test
  void aTrackThatOnlyRisesHasNone() {
    assertThat(DrawdownEpisode.deepest(new double[] {1, 1.1, 1.1, 1.2}, times(4), 0)).isEmpty();
  }

  @Test
  void aLossOfEverythingNeverEnds() {
    List<DrawdownEpisode> found = DrawdownEpisode.deepest(new double[] {1.1, 0, 0, 0}, times(4), 0);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).depth()).isEqualTo(1);
    assertThat(found.get(0).trough()).isEqualTo(1001);
    assertThat(found.get(0).end()).isNull();
  }

  @Test
  void tenOfManyAreToldAndTheDeepestIsAmongThem() {
    SplittableRandom random = new SplittableRandom(3);
    double[] equity = new double[2_000];
    double value = 1;
    double peak = 1;
    double deepest = 0;
    for (int t = 0; t < equity.length; t++) {
      value *= 1.0005 + 0.02 * (random.nextDouble() - 0.5);
      peak = Math.max(peak, value);
      deepest = Math.max(deepest, 1 - value / peak);
      equity[t] = value;
    }
    List<DrawdownEpisode> found = DrawdownEpisode.deepest(equity, times(equity.length), 0);
    assertThat(found).hasSize(DrawdownEpisode.MOST);
    assertThat(found.get(0).depth()).isEqualTo(deepest);
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).depth()).isLessThanOrEqualTo(found.get(i - 1).depth());
    }
  }
}
