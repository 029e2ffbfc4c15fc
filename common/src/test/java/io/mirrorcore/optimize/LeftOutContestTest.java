package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.LeftOutContest.Rival;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutContestTest {

  private static final double[] FIRST = {1, 0};
  private static final double[] SECOND = {0, 1};

  /** The first gains 1 % in the first half of 24 rows and loses it in the second. */
  private static final double[][] TURNING =
      IntStream.range(0, 24)
          .mapToObj(t -> new double[] {t < 12 ? 0.01 : -0.01, 0})
          .toArray(double[][]::new);

  private static final int[] FIRST_HALF = IntStream.range(0, 12).toArray();

  private static double share(double[][] returns, Rival rival, int[] drawn, double[] weights) {
    LeftOutContest contest = new LeftOutContest(returns, rival);
    contest.add(drawn, weights);
    return contest.share();
  }

  @Test
  void countsWhatServesBetterOnTheRowsThatWereNotDrawn() {
    Rival second = new Rival(SECOND, 1, 0);
    assertThat(share(TURNING, second, FIRST_HALF, FIRST)).isZero();
    assertThat(share(TURNING, new Rival(FIRST, 1, 0), FIRST_HALF, SECOND)).isEqualTo(1);
    assertThat(share(TURNING, second, IntStream.range(12, 24).toArray(), FIRST)).isEqualTo(1);
  }

  @Test
  void countsATieHalf() {
    assertThat(share(TURNING, new Rival(FIRST, 1, 0), FIRST_HALF, FIRST)).isEqualTo(0.5);
  }

  @Test
  void chargesRiskByLambda() {
    double[][] rough =
        IntStream.range(0, 20)
            .mapToObj(t -> new double[] {t % 2 == 0 ? 0.011 : -0.009, 0})
            .toArray(double[][]::new);
    int[] none = {0, 0, 0};
    // Of the 19 rows left out 9 gain: mean 0.000474, variance 0.0000997; lambda 9.5 breaks even.
    assertThat(share(rough, new Rival(SECOND, 9, 0), none, FIRST)).isEqualTo(1);
    assertThat(share(rough, new Rival(SECOND, 10, 0), none, FIRST)).isZero();
  }

  @Test
  void givesCashItsReturn() {
    double[][] flat = new double[12][1];
    assertThat(share(flat, new Rival(FIRST, 1, 0.001), new int[] {0}, SECOND)).isEqualTo(1);
    assertThat(share(flat, new Rival(FIRST, 1, -0.001), new int[] {0}, SECOND)).isZero();
  }

  @Test
  void knowsNothingWhereFewerThanTenRowsAreLeftOut() {
    double[][] window = new double[12][2];
    for (double[] row : window) {
      row[0] = 0.01;
    }
    Rival second = new Rival(SECOND, 1, 0);
    assertThat(share(window, second, new int[] {0, 1, 2}, FIRST)).isZero();
    assertThat(share(window, second, new int[] {0, 1, 1}, FIRST)).isEqualTo(1);
  }

  @Test
  void isWonWhereNothingIsAtStake() {
    assertThat(share(TURNING, Rival.none(), FIRST_HALF, FIRST)).isEqualTo(1);
  }
}
