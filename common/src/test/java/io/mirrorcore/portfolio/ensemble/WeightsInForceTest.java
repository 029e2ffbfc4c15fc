package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.settings.WeightLimits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsInForceTest {

  private static WeightsInForce weights(double cap, double... values) {
    WeightsInForce weights = new WeightsInForce(WeightLimits.none());
    weights.align(List.of("A", "B", "C", "D").subList(0, values.length));
    weights.replace(values, cap);
    return weights;
  }

  @Test
  void stayWithTheirStrategiesWhenTheOrderChanges() {
    WeightsInForce weights = weights(0.5, 0.5, 0.3, 0.2);
    weights.align(List.of("C", "N", "A", "B"));
    assertThat(weights.values()).containsExactly(0.2, 0, 0.5, 0.3);
  }

  @Test
  void giveWhatARemovedStrategyHadToTheOthersInProportionUpToTheCap() {
    WeightsInForce weights = weights(0.4, 0.4, 0.3, 0.2, 0.1);
    weights.align(List.of("B", "C", "D", "N"));
    // 0.3 : 0.2 : 0.1 would be 0.5, 0.333, 0.167; the cap leaves 0.6 to be shared 2 : 1.
    assertThat(weights.values()).containsExactly(new double[] {0.4, 0.4, 0.2, 0}, within(1e-15));
    assertThat(weights.cap()).isEqualTo(0.4);
  }

  @Test
  void raiseTheCapWhereTooFewAreLeft() {
    WeightsInForce weights = weights(0.4, 0.4, 0.4, 0.2);
    weights.align(List.of("A", "C"));
    assertThat(weights.values()).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    assertThat(weights.cap()).isEqualTo(0.5);
  }

  @Test
  void ceaseWhenNoStrategyIsLeftThatHadAny() {
    WeightsInForce weights = weights(1, 1, 0);
    weights.align(List.of("B", "N"));
    assertThat(weights.exist()).isFalse();
  }

  @Test
  void capOfOneOverNIsFeasibleForEveryN() {
    for (int n = 1; n <= 500; n++) {
      double cap = WeightBounds.feasible(0.001, n);
      assertThat(n * cap).isGreaterThanOrEqualTo(1);
      assertThat(cap).isCloseTo(Math.max(0.001, 1.0 / n), within(1e-15));
    }
    assertThat(WeightBounds.tooTight(1.0 / 49, 49)).isFalse();
    assertThat(WeightBounds.tooTight(0.25, 3)).isTrue();
  }

  @Test
  void cleanedWeightsObeyTheirBoundsExactlyAndAddUpToOne() {
    WeightBounds bounds =
        WeightBounds.of(
            WeightLimits.none(), List.of("A", "B", "C", "D"), new int[] {0, 1, 2, 3}, 0.4);
    double[] clean = bounds.clean(new double[] {0.4 + 1e-16, -1e-17, 0.35, 0.25 - 3e-16});
    assertThat(Arrays.stream(clean).allMatch(w -> w >= 0 && w <= 0.4)).isTrue();
    assertThat(Arrays.stream(clean).sum()).isCloseTo(1, within(1e-15));
  }
}
