package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingMomentsTest {

  private static final int N = 5;
  private static final double YEAR = 252;

  /** Different scales, one column that rests for long, and one bad tick. */
  private static double[][] rows(int count, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[count][N];
    for (int t = 0; t < count; t++) {
      double common = random.nextGaussian();
      for (int i = 0; i < N; i++) {
        rows[t][i] = 0.001 + 0.01 * (i + 1) * (common + random.nextGaussian());
      }
      if (t % 400 > 100) {
        rows[t][3] = 0;
      }
    }
    rows[count / 3][1] = 4;
    return rows;
  }

  private static void agrees(int window, double days, int count) {
    double[][] rows = rows(count, 7);
    SlidingMoments sliding = new SlidingMoments(N, window, days, TwoSpeeds.defaults());
    for (int t = 0; t < count; t++) {
      sliding.add(rows[t]);
      if (t < 2 || t % 13 != 0) {
        continue;
      }
      double[][] newest = Arrays.copyOfRange(rows, Math.max(0, t + 1 - window), t + 1);
      TwoSpeedCovariance batch = TwoSpeedCovariance.of(newest, days, TwoSpeeds.defaults());
      same(sliding.covariance().covariance().matrix(), batch.covariance().matrix());
      same(sliding.covariance().volatility(), batch.volatility());
      SharpePosterior skill = SharpePosterior.of(newest, YEAR);
      same(sliding.skill(-1, YEAR).sharpe(), skill.sharpe());
      assertThat(sliding.skill(-1, YEAR).m0()).isCloseTo(skill.m0(), within(1e-9));
      assertThat(sliding.sharpe(2, YEAR)).isCloseTo(skill.sharpe()[2], within(1e-9));
    }
    assertThat(sliding.rows()).isEqualTo(Math.min(window, count));
  }

  private static void same(double[] actual, double[] expected) {
    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-9 * Math.max(1e-6, scale)));
    }
  }

  @Test
  void sayWhatTheWholeWindowSays() {
    agrees(300, 1, 2_000);
  }

  @Test
  void andWhereTheFastWindowIsLongerOrThePeriodsAre() {
    agrees(100, 1, 700);
    agrees(260, 7, 900);
  }

  @Test
  void leaveOneColumnOut() {
    double[][] rows = rows(400, 3);
    SlidingMoments sliding = new SlidingMoments(N, 300, 1, TwoSpeeds.defaults());
    Arrays.stream(rows).forEach(sliding::add);
    double[][] without =
        Arrays.stream(rows)
            .skip(100)
            .map(row -> new double[] {row[0], row[1], row[3], row[4]})
            .toArray(double[][]::new);
    same(sliding.skill(2, YEAR).posterior(), SharpePosterior.of(without, YEAR).posterior());
  }

  @Test
  void aColumnThatNeverChangesHasNoSharpeRatio() {
    SlidingMoments sliding = new SlidingMoments(1, 10, 1, TwoSpeeds.defaults());
    for (int t = 0; t < 25; t++) {
      sliding.add(new double[] {0.1});
    }
    assertThat(sliding.sharpe(0, YEAR)).isZero();
  }
}
