package io.mirrorcore.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmaCascadeTest {

  @Test
  void smoothsThriceByHand() {
    // alpha 1/2. After 8, 0: averages 4, 6, 7; after another 0: 2, 4, 5.5.
    EmaCascade cascade = new EmaCascade(3);
    cascade.add(8);
    assertThat(cascade.value()).isEqualTo(8);
    cascade.add(0);
    assertThat(cascade.value()).isEqualTo(7);
    cascade.add(0);
    assertThat(cascade.value()).isEqualTo(5.5);
  }

  @Test
  void isReadyWhenItsFirstInputWeighsLessThanOnePercent() {
    // alpha 1/2, after 12 more: (1 + 14 + 91) / 2^14 = 0.0065; after 11: 92 / 2^13 = 0.0112.
    EmaCascade cascade = new EmaCascade(3);
    for (int i = 0; i < 13; i++) {
      assertThat(cascade.isReady()).isFalse();
      cascade.add(i);
    }
    assertThat(cascade.isReady()).isTrue();
  }

  /** The k-th input after the first weighs as a negative binomial law says. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isTheWeightedSumOfItsInputs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] inputs = random.doubles(120, 90, 110).toArray();
    double alpha = 2.0 / 11;
    EmaCascade cascade = new EmaCascade(10);
    for (int t = 0; t < inputs.length; t++) {
      cascade.add(inputs[t]);
      double batch = inputs[0];
      for (int i = 1; i <= t; i++) {
        double age = t - i;
        double weight = Math.pow(alpha, 3) * (age + 1) * (age + 2) / 2 * Math.pow(1 - alpha, age);
        batch += weight * (inputs[i] - inputs[0]);
      }
      assertThat(cascade.value()).isCloseTo(batch, within(1e-11));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.0 / 3, 1e-8, 1e8})
  void aConstantSeriesIsExactlyFlatAndARiseNeverOvershoots(double constant) {
    EmaCascade cascade = new EmaCascade(25);
    for (int i = 0; i < 100; i++) {
      cascade.add(constant);
      assertThat(cascade.value()).isEqualTo(constant);
    }
    double before = constant;
    for (int i = 0; i < 3000; i++) {
      cascade.add(3 * constant);
      assertThat(cascade.value()).isBetween(before, 3 * constant);
      before = cascade.value();
    }
  }

  @Test
  void loadsWhatItSaved() {
    EmaCascade straight = new EmaCascade(5);
    for (int i = 0; i < 30; i++) {
      straight.add(i * i);
      EmaCascade restored = Saved.copy(straight, new EmaCascade(5));
      assertThat(restored.value()).isEqualTo(straight.value());
      assertThat(restored.isReady()).isEqualTo(straight.isReady());
    }
  }

  @Test
  void hasNoValueWithoutInputs() {
    assertThatThrownBy(() -> new EmaCascade(5).value()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new EmaCascade(0)).hasMessage("period must be at least 1; have 0");
  }
}
