package io.mirrorcore.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingRankTest {

  private static RollingRank of(RollingRank rank, double... inputs) {
    for (double input : inputs) {
      rank.add(input);
    }
    return rank;
  }

  @Test
  void countsHalfOfTheEqualOnesByHand() {
    RollingRank rank = of(RollingRank.withTies(5), 9, 1, 2, 2, 3, 2); // the 9 has left
    assertThat(rank.value()).isEqualTo(0.8); // 1, 2, 2, 2
    assertThat(rank.mid()).isEqualTo(0.5); // 1 below, 3 equal: (1 + 1.5) / 5
    assertThat(of(RollingRank.withTies(4), 7, 7, 7, 7).mid()).isEqualTo(0.5);
    assertThat(of(RollingRank.withTies(4), 1, 2, 3, 4).mid()).isEqualTo(0.875);
  }

  @Test
  void takesRoundingForEqual() {
    double sum = 0.1 + 0.2; // one unit in the last place above 0.3
    assertThat(of(new RollingRank(2), sum, 0.3).value()).isEqualTo(0.5);
    assertThat(of(RollingRank.withTies(2), sum, 0.3).value()).isEqualTo(1);
    assertThat(of(RollingRank.withTies(2), sum, 0.3).mid()).isEqualTo(0.5);
    double fifth = 0.3 + 5 * Math.ulp(0.3);
    assertThat(of(RollingRank.withTies(2), fifth, 0.3).mid()).isEqualTo(0.25);
  }

  @Test
  void knowsThatASpreadHasTheRoundingOfThePrice() {
    double one = 10.01 - 10;
    double other = 10.05 - 10.04;
    assertThat(one).isNotEqualTo(other);
    assertThat(of(RollingRank.withTies(2), one, other).mid()).isNotEqualTo(0.5);
    double rounding = RollingRank.TIE_ULPS * Math.ulp(10.0);
    assertThat(of(RollingRank.withTies(2), one, other).mid(rounding)).isEqualTo(0.5);
  }

  /** The same few values over and over, each with a rounding error or none. */
  private static List<Double> observations(Random random) {
    List<Double> observations = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double value = 0.01 * (1 + random.nextInt(8));
      observations.add(value + random.nextInt(-2, 3) * Math.ulp(value));
    }
    return observations;
  }

  private static double[] ranks(List<Double> observations, double newest, double scale) {
    RollingRank rank = RollingRank.withTies(observations.size() + 1);
    observations.forEach(x -> rank.add(scale * x));
    rank.add(scale * newest);
    return new double[] {rank.value(), rank.mid(), rank.mid(scale * 1e-15)};
  }

  @Test
  void theOrderOfEqualObservationsAndAScaleOfAPowerOfTwoChangeNoRank() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      List<Double> observations = observations(random);
      double newest = 0.01 * (1 + random.nextInt(8));
      double[] ranks = ranks(observations, newest, 1);
      // Who of two equal ones bears which rounding error is a permutation, too.
      Collections.shuffle(observations, random);
      assertThat(ranks(observations, newest, 1)).isEqualTo(ranks);
      double rounded = newest + random.nextInt(-2, 3) * Math.ulp(newest);
      assertThat(ranks(observations, rounded, 1)).isEqualTo(ranks);
      for (int power : new int[] {-40, -3, 1, 17}) {
        assertThat(ranks(observations, newest, Math.scalb(1.0, power))).isEqualTo(ranks);
      }
    }
  }

  @Test
  void isTheShareOfValuesUpToTheNewestOnceSaved() {
    RollingRank rank = of(RollingRank.withTies(3), 3, 1, 2);
    RollingRank copy = Saved.copy(rank, RollingRank.withTies(3));
    assertThat(copy.value()).isEqualTo(rank.value()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(copy.mid()).isEqualTo(rank.mid()).isEqualTo(0.5);
  }
}
