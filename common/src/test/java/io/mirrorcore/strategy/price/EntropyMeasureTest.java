package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.indicator.statistic.HistogramEntropy;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class EntropyMeasureTest {

  /** A walk with a jump now and then, which empties the bins between. */
  private static double[] walk(long seed, int bars) {
    Random random = new Random(seed);
    double[] closes = new double[bars];
    double close = 100;
    for (int i = 0; i < bars; i++) {
      double size = random.nextInt(40) == 0 ? 0.1 : 0.01;
      close *= Math.exp(size * random.nextGaussian());
      closes[i] = close;
    }
    return closes;
  }

  private static double bits(double[] returns, int t, int count) {
    HistogramEntropy entropy = new HistogramEntropy(count, 20);
    DoubleStream.of(Arrays.copyOfRange(returns, t - count + 1, t + 1)).forEach(entropy::add);
    return entropy.bits();
  }

  private static double deviation(double[] values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    double squares = DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  @Test
  void sizesMomentumAsDefined() {
    double[] closes = walk(3, 1500);
    double[] returns = new double[closes.length];
    double[] entropies = new double[closes.length];
    double[] changes = new double[closes.length];
    Run run = Run.first(new EntropyMeasure());
    Set<String> seen = new TreeSet<>();
    for (int t = 0; t < closes.length; t++) {
      Signal signal = run.flat(closes[t]);
      returns[t] = t > 0 ? closes[t] / closes[t - 1] - 1 : 0;
      entropies[t] = t >= 100 ? bits(returns, t, 100) : 0;
      changes[t] = t >= 21 ? bits(returns, t, 20) - bits(returns, t - 1, 20) : 0;
      if (t < 100 + 249) {
        assertThat(signal.isWarmup()).isTrue();
        continue;
      }
      double now = entropies[t];
      double rank = Arrays.stream(entropies, t - 249, t + 1).filter(x -> x <= now).count() / 250.0;
      double scale = deviation(Arrays.copyOfRange(changes, t - 99, t + 1));
      String label = label(rank, changes[t], scale);
      double size = Map.of("H", 0.0, "R", 0.25, "L", 1.0, "N", 0.5).get(label.substring(0, 1));
      assertThat(signal.label()).isEqualTo(label);
      assertThat(signal.position()).isEqualTo(size * Math.signum(closes[t] - closes[t - 20]));
      assertThat(signal.confidence()).isEqualTo(1 - rank);
      double normalised = now / (Math.log(20) / Math.log(2));
      assertThat(signal.attributes())
          .containsExactly(new double[] {now, normalised, rank, changes[t]}, within(1e-12));
      seen.add(label);
    }
    assertThat(seen).hasSize(4);
  }

  private static String label(double rank, double change, double scale) {
    if (rank > 0.85) {
      return "HIGH_UNCERTAINTY";
    }
    if (Math.abs(change) > 3 * scale) {
      return "REGIME_CHANGE";
    }
    return rank < 0.4 ? "LOW_UNCERTAINTY" : "NORMAL";
  }

  @Test
  void equalReturnsHaveNoRank() {
    Run run = Run.first(new EntropyMeasure());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 500; i++) {
      signal = run.flat(100.1);
      assertThat(signal.position()).isZero();
    }
    assertThat(says(signal)).isEqualTo("HOLD NORMAL 0.0");
    assertThat(signal.attributes()).containsExactly(0, 0, 0.5, 0);
    // Doubling is exact: every return is 1.
    Run doubling = Run.first(new EntropyMeasure(), Map.of("rank_window", 50.0));
    for (int i = 0; i < 150; i++) {
      signal = doubling.flat(Math.scalb(1.0, i - 75));
    }
    assertThat(says(signal)).isEqualTo("BUY NORMAL 0.5");
  }

  @Test
  void aThresholdBelowTheOtherIsRefused() {
    EntropyMeasure strategy = new EntropyMeasure();
    Parameters parameters = Run.firstEdition(strategy, Map.of("low", 0.9));
    assertThat(strategy.check(parameters)).hasSize(1).first().asString().contains("low", "0.9");
  }
}
