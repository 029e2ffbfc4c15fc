package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.state.Saved;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SlidingLedoitWolfTest {

  private static final double TOLERANCE = 1e-12;

  @Test
  void equalsTheBatchOverAMillionRows() {
    Random random = new Random(20);
    assertEqualsBatch(5, 60, 1_000_000, 7, t -> RandomReturns.row(random, 5));
  }

  @Test
  void equalsTheBatchAtEveryRowOfNineteenStrategies() {
    Random random = new Random(21);
    assertEqualsBatch(19, 60, 20_000, 1, t -> RandomReturns.row(random, 19));
  }

  @Test
  void equalsTheBatchInWindowsShortAndLong() {
    Random random = new Random(22);
    assertEqualsBatch(3, 2, 3_000, 1, t -> RandomReturns.row(random, 3));
    assertEqualsBatch(4, 7, 3_000, 1, t -> RandomReturns.row(random, 4));
    assertEqualsBatch(6, 500, 5_000, 3, t -> RandomReturns.row(random, 6));
    assertEqualsBatch(30, 20, 1_000, 1, t -> RandomReturns.row(random, 30));
  }

  @Test
  void forgetsABadTickOfThreeThousandfoldSize() {
    Random random = new Random(23);
    assertEqualsBatch(
        5,
        60,
        20_000,
        1,
        t -> {
          double[] row = RandomReturns.row(random, 5);
          row[t % 5] *= t % 97 == 50 ? 3000 : 1;
          return row;
        });
  }

  /** Tails so fat that the returns have no variance. */
  @Test
  void keepsItsDigitsUnderTheFattestTails() {
    Random random = new Random(33);
    assertEqualsBatch(
        5,
        60,
        50_000,
        3,
        t -> {
          double[] row = RandomReturns.row(random, 5);
          double size = Math.pow(1 - random.nextDouble(), -1 / 1.5);
          for (int i = 0; i < 5; i++) {
            row[i] *= size;
          }
          return row;
        });
  }

  /** Each size is small beside the one before, none a collapse by itself. */
  @Test
  void forgetsAFadingOutburst() {
    Random random = new Random(24);
    assertEqualsBatch(
        4,
        60,
        20_000,
        1,
        t -> {
          double[] row = RandomReturns.row(random, 4);
          double size = 1 + 1e4 * Math.pow(0.7, t % 150);
          for (int i = 0; i < 4; i++) {
            row[i] *= size;
          }
          return row;
        });
  }

  @Test
  void keepsItsDigitsFarFromZero() {
    Random random = new Random(25);
    assertEqualsBatch(
        5,
        60,
        100_000,
        7,
        t -> {
          double[] row = RandomReturns.row(random, 5);
          for (int i = 0; i < 5; i++) {
            row[i] = 1 + 0.01 * row[i] + (t / 1000 % 2) * 3;
          }
          return row;
        });
  }

  /** Columns take turns in standing still, at a value that is no round number in binary. */
  @Test
  void givesAColumnThatStandsStillExactlyNoVariance() {
    Random random = new Random(26);
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(3, 60);
    int still = 0;
    for (int t = 0; t < 5_000; t++) {
      double[] row = RandomReturns.row(random, 3);
      row[t / 100 % 3] = 0.1;
      sliding.add(row);
      if (t % 100 >= 60 && t > 100) {
        Covariance sigma = sliding.covariance();
        double offDiagonal = sigma.get(t / 100 % 3, (t / 100 + 1) % 3);
        assertThat(offDiagonal).isZero();
        still++;
      }
      if (t > 0) {
        assertClose(sliding, t);
      }
    }
    assertThat(still).isPositive();
  }

  @Test
  void givesConstantColumnsAlmostNothingToShrink() {
    Random random = new Random(27);
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(2, 10);
    for (int t = 0; t < 100; t++) {
      sliding.add(t < 50 ? RandomReturns.row(random, 2) : new double[] {0.1, 0.7});
    }
    assertThat(sliding.covariance().matrix()).containsOnly(0.0);
    assertThat(sliding.covariance().shrinkage()).isZero();
  }

  @Test
  void handlesOneStrategy() {
    Random random = new Random(28);
    assertEqualsBatch(1, 60, 10_000, 1, t -> RandomReturns.row(random, 1));
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(1, 2);
    sliding.add(new double[] {1});
    sliding.add(new double[] {3});
    assertThat(sliding.covariance().matrix()).containsExactly(1);
    assertThat(sliding.covariance().shrinkage()).isZero();
  }

  /** Fourth powers overflow; the rows after it must not suffer. */
  @Test
  void getsOverANumberTooLargeToSquare() {
    Random random = new Random(29);
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(3, 20);
    for (int t = 0; t < 100; t++) {
      double[] row = RandomReturns.row(random, 3);
      row[1] = t == 30 ? 1e200 : row[1];
      row[2] = t == 35 ? -Double.MAX_VALUE : row[2];
      sliding.add(row);
      if (t >= 55 || (t > 0 && t < 30)) {
        assertClose(sliding, t);
      }
    }
  }

  @Test
  void startsFromRowsWithTheBitsOfTheBatch() {
    Random random = new Random(30);
    double[][] rows = RandomReturns.of(random, 60, 7);
    SlidingLedoitWolf sliding = SlidingLedoitWolf.of(rows, 60);
    assertThat(sliding.covariance().matrix()).containsExactly(LedoitWolf.of(rows).matrix());
    for (int t = 0; t < 200; t++) {
      sliding.add(RandomReturns.row(random, 7));
      assertClose(sliding, t);
    }
    SlidingLedoitWolf growing = SlidingLedoitWolf.of(Arrays.copyOf(rows, 1), 60);
    growing.add(rows[1]);
    assertThat(growing.rows()).isDeepEqualTo(Arrays.copyOf(rows, 2));
    assertClose(growing, 1);
  }

  @Test
  void hasTheNewestRowsOldestFirst() {
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(1, 3);
    assertThat(sliding.rows()).isEmpty();
    for (int t = 0; t < 5; t++) {
      sliding.add(new double[] {t});
    }
    assertThat(sliding.rows()).isDeepEqualTo(new double[][] {{2}, {3}, {4}});
    assertThat(sliding.size()).isEqualTo(3);
    sliding.rows()[0][0] = 9;
    assertThat(sliding.rows()[0][0]).isEqualTo(2);
  }

  /** Savepoints at every row, at odd moments and none at all: one and the same bits. */
  @Test
  void isNotMovedByASavepoint() {
    Random random = new Random(31);
    SlidingLedoitWolf undisturbed = new SlidingLedoitWolf(5, 30);
    SlidingLedoitWolf always = new SlidingLedoitWolf(5, 30);
    SlidingLedoitWolf sometimes = new SlidingLedoitWolf(5, 30);
    for (int t = 0; t < 2_000; t++) {
      double[] row = RandomReturns.row(random, 5);
      row[0] *= t % 311 == 100 ? 3000 : 1;
      undisturbed.add(row);
      always.add(row);
      sometimes.add(row);
      always = Saved.copy(always, new SlidingLedoitWolf(5, 30));
      sometimes =
          random.nextInt(50) == 0 ? Saved.copy(sometimes, new SlidingLedoitWolf(5, 30)) : sometimes;
      assertThat(Saved.bytes(always)).isEqualTo(Saved.bytes(undisturbed));
      assertThat(Saved.bytes(sometimes)).isEqualTo(Saved.bytes(undisturbed));
      if (t > 0) {
        assertThat(always.covariance().matrix()).containsExactly(undisturbed.covariance().matrix());
      }
    }
  }

  @Test
  void goesOnWithAnotherCapacity() {
    Random random = new Random(32);
    SlidingLedoitWolf sliding = SlidingLedoitWolf.of(RandomReturns.of(random, 40, 3), 40);
    sliding.add(RandomReturns.row(random, 3));
    SlidingLedoitWolf shorter = Saved.copy(sliding, new SlidingLedoitWolf(3, 15));
    SlidingLedoitWolf longer = Saved.copy(sliding, new SlidingLedoitWolf(3, 80));

    assertThat(shorter.rows()).isDeepEqualTo(Arrays.copyOfRange(sliding.rows(), 25, 40));
    assertThat(longer.rows()).isDeepEqualTo(sliding.rows());
    for (int t = 0; t < 200; t++) {
      assertClose(shorter, t);
      assertClose(longer, t);
      shorter.add(RandomReturns.row(random, 3));
      longer.add(RandomReturns.row(random, 3));
    }
  }

  @Test
  void refusesWhatItCannotUse() {
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(2, 3);
    assertThatThrownBy(sliding::covariance)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("window must have at least 2 rows; have 0");
    assertThatThrownBy(() -> sliding.add(new double[] {1, Double.NaN}))
        .hasMessage("return of column 1 in row 0 must be finite; have NaN");
    assertThatThrownBy(() -> sliding.add(new double[3]))
        .hasMessage("row must have 2 returns; have 3");
    assertThat(sliding.size()).isZero();
    assertThatThrownBy(() -> new SlidingLedoitWolf(0, 3)).hasMessageContaining("have 0");
    assertThatThrownBy(() -> new SlidingLedoitWolf(2, 1)).hasMessageContaining("have 1");
    assertThatThrownBy(() -> SlidingLedoitWolf.of(new double[4][2], 3))
        .hasMessage("rows must be at most capacity = 3; have 4");
  }

  private static void assertEqualsBatch(
      int n, int capacity, int steps, int every, IntFunction<double[]> rows) {
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(n, capacity);
    for (int t = 0; t < steps; t++) {
      sliding.add(rows.apply(t));
      if (t > 0 && (t % every == 0 || t < 2 * capacity)) {
        assertClose(sliding, t);
      }
    }
  }

  /**
   * Covariances against the two standard deviations, so that a quiet column is not hidden by a loud
   * one; variances against the mean variance, as the shrinkage adds a share of that to each. Plain
   * code, for it runs a million times.
   */
  private static void assertClose(SlidingLedoitWolf sliding, int t) {
    Covariance actual = sliding.covariance();
    Covariance expected = LedoitWolf.of(sliding.rows());
    int n = expected.n();
    double worst = Math.abs(actual.shrinkage() - expected.shrinkage());
    double target = 0;
    for (int i = 0; i < n; i++) {
      target += expected.get(i, i) / n;
    }
    for (int i = 0; i < n; i++) {
      worst = worse(worst, actual.get(i, i) - expected.get(i, i), target);
      for (int j = 0; j < i; j++) {
        double scale = Math.sqrt(expected.get(i, i) * expected.get(j, j));
        worst = worse(worst, actual.get(i, j) - expected.get(i, j), scale);
        worst = worse(worst, actual.get(i, j) - actual.get(j, i), 0);
      }
    }
    if (!(worst <= TOLERANCE)) {
      assertThat(worst).as("row " + t).isLessThanOrEqualTo(TOLERANCE);
    }
  }

  private static double worse(double worst, double error, double scale) {
    return error == 0 ? worst : Math.max(worst, Math.abs(error) / scale);
  }
}
