package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramEntropyTest {

  private static HistogramEntropy of(int bins, double... inputs) {
    HistogramEntropy entropy = new HistogramEntropy(inputs.length, bins);
    DoubleStream.of(inputs).forEach(entropy::add);
    return entropy;
  }

  @Test
  void countsByHand() {
    // Edges 0 1 2 3 4: one, two, none, one of four: 1/4 * 2 + 1/2 * 1 + 1/4 * 2 bits.
    assertThat(of(4, 0, 1, 1, 4).bits()).isCloseTo(1.5, within(1e-15));
    assertThat(of(4, 0, 1, 1, 4).mostBits()).isCloseTo(2, within(1e-15));
    // Evenly spread: all of log2 bins.
    assertThat(of(4, 0, 1, 2, 4, 0.5, 1.5, 2.5, 3.5).bits()).isCloseTo(2, within(1e-15));
  }

  @Test
  void anEdgeBelongsToTheBinAboveAndTheGreatestToTheLast() {
    // Bins of 0.1 from 0 to 1: 3 * 0.1 is 0.30000000000000004, so 0.3 is below that edge.
    assertThat(of(10, 0, 0.3, 0.29, 1).bits()).isCloseTo(1.5, within(1e-15));
    assertThat(of(10, 0, 3 * 0.1, 0.29, 1).bits()).isCloseTo(2, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1e-300, 1e8})
  void equalInputsHaveNone(double constant) {
    assertThat(of(20, constant, constant, constant).bits()).isZero();
  }

  @Test
  void theUnitOfTheInputsDoesNotMatter() {
    double[] inputs = new Random(3).doubles(100).toArray();
    double bits = of(20, inputs).bits();
    double[] scaled = DoubleStream.of(inputs).map(x -> 1024 * x).toArray();
    assertThat(of(20, scaled).bits()).isEqualTo(bits).isBetween(3.0, 4.33);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesWhatTheWholeWindowGives(long seed) {
    double[] inputs = new Random(seed).doubles(300, -1, 1).map(x -> x * x * x).toArray();
    HistogramEntropy entropy = new HistogramEntropy(50, 8);
    for (int t = 0; t < inputs.length; t++) {
      entropy.add(inputs[t]);
      assertThat(entropy.isReady()).isEqualTo(t >= 49);
      if (t >= 49) {
        double[] window = Arrays.copyOfRange(inputs, t - 49, t + 1);
        assertThat(entropy.bits()).isCloseTo(batch(window, 8), within(1e-13));
      }
    }
  }

  private static double batch(double[] window, int bins) {
    double least = DoubleStream.of(window).min().orElseThrow();
    double greatest = DoubleStream.of(window).max().orElseThrow();
    double bits = 0;
    for (int bin = 0; bin < bins; bin++) {
      double from = least + bin * (greatest - least) / bins;
      double to = least + (bin + 1) * (greatest - least) / bins;
      boolean last = bin == bins - 1;
      double count = DoubleStream.of(window).filter(x -> x >= from && (last || x < to)).count();
      double p = count / window.length;
      bits -= p > 0 ? p * Math.log(p) / Math.log(2) : 0;
    }
    return bits;
  }

  @Test
  void loadsWhatItSaved() {
    HistogramEntropy straight = of(5, 1, 4, 2, 3, 9);
    HistogramEntropy restored = Saved.copy(straight, new HistogramEntropy(5, 5));
    assertThat(restored.bits()).isEqualTo(straight.bits()).isPositive();
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new HistogramEntropy(0, 5))
        .hasMessage("period must be at least 1; have 0");
    assertThatThrownBy(() -> new HistogramEntropy(5, 1))
        .hasMessage("bins must be at least 2; have 1");
  }
}
