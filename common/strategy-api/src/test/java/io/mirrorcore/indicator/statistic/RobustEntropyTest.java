package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustEntropyTest {

  private static final int PERIOD = 9;

  private static RobustEntropy of(double... inputs) {
    RobustEntropy entropy = new RobustEntropy(PERIOD, 20);
    for (double input : inputs) {
      entropy.add(input);
    }
    return entropy;
  }

  @Test
  void measuresWhereMostInputsLieByHand() {
    RobustScale scale = new RobustScale(5);
    for (double input : new double[] {100, 1, 2, 3, 4, 1000}) {
      scale.add(input); // the 100 has left
    }
    assertThat(scale.median()).isEqualTo(3);
    assertThat(scale.scale()).isEqualTo(1.4826); // 2, 1, 0, 1, 997
    RobustScale even = new RobustScale(4);
    for (double input : new double[] {1, 2, 4, 8}) {
      even.add(input);
    }
    assertThat(even.median()).isEqualTo(3);
    assertThat(even.scale()).isCloseTo(1.4826 * 1.5, within(1e-15)); // 2, 1, 1, 5
  }

  @Test
  void isThatOfTheCountsByHand() {
    // Median 0, scale 1.4826, bins of 0.593: of the newest four, two share the bin of 0.
    RobustEntropy entropy = of(-2, -1, -1, 1, 1, 0, 0, 2, -1);
    assertThat(entropy.bits(4)).isCloseTo(1.5, within(1e-15));
    assertThat(entropy.mostBits()).isCloseTo(Math.log(20) / Math.log(2), within(1e-15));
  }

  @Test
  void anOutlierMovesNothingButItself() {
    double[] calm = {-2, -1, -1, 1, 1, 0, 0, 2, 4};
    double[] wild = {-2, -1, -1, 1, 1, 0, 0, 2, 4e6};
    assertThat(of(wild).bits(PERIOD)).isEqualTo(of(calm).bits(PERIOD)).isPositive();
  }

  @Test
  void hasNoBinsWhereMostInputsAreTheSame() {
    assertThat(of(3, 3, 3, 3, 3, 3, 3, 8, 9).bits(PERIOD)).isZero();
  }

  @Test
  void theOrderOfInputsAndAScaleOfAPowerOfTwoChangeNoBit() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      List<Double> inputs = new ArrayList<>();
      for (int i = 0; i < PERIOD; i++) {
        inputs.add(0.1 * random.nextInt(-9, 10));
      }
      double bits = bits(inputs, 1);
      Collections.shuffle(inputs, random);
      assertThat(bits(inputs, 1)).isEqualTo(bits);
      assertThat(bits(inputs, 0x1p-7)).isEqualTo(bits);
    }
  }

  private static double bits(List<Double> inputs, double scale) {
    return of(inputs.stream().mapToDouble(x -> scale * x).toArray()).bits(PERIOD);
  }

  @Test
  void goesOnAsSaved() {
    RobustEntropy entropy = of(-2, -1, -1, 1, 1, 0, 0, 2, -1);
    RobustEntropy copy = Saved.copy(entropy, new RobustEntropy(PERIOD, 20));
    assertThat(copy.bits(4)).isEqualTo(entropy.bits(4));
    entropy.add(5);
    copy.add(5);
    assertThat(copy.bits(PERIOD)).isEqualTo(entropy.bits(PERIOD));
  }
}
