package io.mirrorcore.strategy.cross;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.indicator.statistic.EngleGranger;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.kit.AllShards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class PairsTradingTest {

  private static final PairsTrading STRATEGY = new PairsTrading();
  private static final Parameters DEFAULTS = Run.firstEdition(STRATEGY, Map.of());

  private static List<Bar> bars(String... symbols) {
    return Arrays.stream(symbols).map(s -> bar(s, 1, 100)).toList();
  }

  private static Bar bar(String symbol, long time, double price) {
    return new Bar(symbol, time, price, price, price, price, 1);
  }

  private static PairReading pair(String a, String b, double... numbers) {
    return new PairReading(a, b, numbers);
  }

  private static void assertSays(
      Signal signal, String says, double confidence, double pairs, double z) {
    assertThat(says(signal)).isEqualTo(says);
    assertThat(signal.confidence()).isCloseTo(confidence, within(1e-15));
    assertThat(signal.attributes()).containsExactly(pairs, z);
  }

  @Test
  void aPositionIsTheMeanOfTheOpenPairs() {
    List<Signal> signals =
        STRATEGY.combine(
            DEFAULTS,
            bars("A", "B", "C", "D", "E"),
            List.of(
                PairReading.alone("A"),
                pair("A", "B", -1, 0.5, 2.4, 1), // opens
                pair("A", "C", 1, -1, -3.8, 0), // is kept
                PairReading.alone("B"),
                PairReading.alone("C"),
                PairReading.alone("D")));
    // A is in both: -1 opens, but A is flat. Its widest pair is the one with C.
    assertSays(signals.get(0), "HOLD 0.0", 0.9, 2, -3.8);
    assertSays(signals.get(1), "BUY 0.5", 0.6, 1, 2.4);
    assertSays(signals.get(2), "HOLD -1.0", 0.9, 1, -3.8);
    assertSays(signals.get(3), "HOLD 0.0", 0, 0, 0);
    assertThat(signals.get(4).isWarmup()).isTrue();
  }

  @Test
  void theLastPairToCloseIsAnExit() {
    List<Signal> signals =
        STRATEGY.combine(
            DEFAULTS,
            bars("C", "A", "B"),
            List.of(
                PairReading.alone("A"),
                pair("A", "B", 0, 0, 0, -1),
                pair("A", "C", -1, 1, 1.2, 0),
                PairReading.alone("B"),
                PairReading.alone("C")));
    assertSays(signals.get(0), "HOLD 1.0", 0.3, 1, 1.2);
    assertSays(signals.get(1), "HOLD -1.0", 0.3, 1, 1.2);
    assertSays(signals.get(2), "HOLD EXIT 0.0", 0, 0, 0);
  }

  /** A and B, each with a price; a price of 0 means no bar. */
  private static final class Two {
    private final AllShards machine;
    private long time;

    Two(Map<String, Double> set) {
      machine = new AllShards(STRATEGY, Run.firstEdition(STRATEGY, set), 1);
    }

    List<Signal> close(double a, double b) {
      time++;
      List<Bar> bars = new ArrayList<>();
      if (a > 0) {
        bars.add(bar("A", time, a));
      }
      if (b > 0) {
        bars.add(bar("B", time, b));
      }
      return machine.onBars(bars);
    }
  }

  /** Every decision of 3000 closes from the whole window, by other people's correlation. */
  @Test
  void decidesAsTheBatchDoes() {
    int n = 60;
    Two two = new Two(Map.of());
    SplittableRandom random = new SplittableRandom(12);
    List<double[]> logs = new ArrayList<>();
    double log = 0;
    double spread = 0;
    int side = 0;
    double hedge = 0;
    int[] seen = new int[4];
    for (int t = 0; t < 3000; t++) {
      log += random.nextDouble(-0.02, 0.02);
      boolean apart = (t / 200) % 5 == 4;
      spread = (apart ? 1 : 0.5) * spread + random.nextDouble(-0.006, 0.006);
      double slope = (t / 500) % 2 == 0 ? 0.7 : 1.6;
      logs.add(new double[] {slope * log + spread, log});
      List<Signal> signals = two.close(Math.exp(slope * log + spread), Math.exp(log));
      if (t < n) {
        continue;
      }
      EngleGranger fit = EngleGranger.of(column(logs, 0, n), column(logs, 1, n));
      double correlation =
          new PearsonsCorrelation().correlation(returns(logs, 0, n), returns(logs, 1, n));
      int before = side;
      if (!(correlation >= 0.7 && fit.tStatistic() < -3.34)) {
        side = 0;
      } else if (Math.abs(fit.z()) > 2) {
        side = fit.z() > 0 ? -1 : 1;
      } else if (Math.abs(fit.z()) < 0.5) {
        side = 0;
      }
      if (side != 0 && side != before) {
        hedge = Math.min(1, fit.hedge());
      }
      String action = side != 0 && side != before ? side > 0 ? "BUY" : "SELL" : "HOLD";
      String label = side == 0 && before != 0 ? " EXIT" : "";
      assertThat(says(signals.get(0))).isEqualTo(action + label + " " + (double) side);
      assertThat(signals.get(1).position()).isCloseTo(-side * hedge, within(1e-9));
      assertThat(signals.get(0).attributes()[0]).isEqualTo(Math.abs(side));
      assertThat(signals.get(0).attributes()[1]).isCloseTo(side == 0 ? 0 : fit.z(), within(1e-8));
      seen[side + 1]++;
      seen[3] += hedge < 1 && side != 0 ? 1 : 0;
    }
    assertThat(IntStream.of(seen).min().orElseThrow()).as("of each kind").isGreaterThan(20);
  }

  private static double[] column(List<double[]> logs, int symbol, int n) {
    double[] column =
        logs.subList(logs.size() - n, logs.size()).stream().mapToDouble(r -> r[symbol]).toArray();
    double mean = DoubleStream.of(column).average().orElseThrow();
    return DoubleStream.of(column).map(x -> x - mean).toArray();
  }

  private static double[] returns(List<double[]> logs, int symbol, int n) {
    double[] returns = new double[n];
    for (int i = 0; i < n; i++) {
      int t = logs.size() - n + i;
      returns[i] = Math.exp(logs.get(t)[symbol] - logs.get(t - 1)[symbol]) - 1;
    }
    return returns;
  }

  /** An open position: an alternating spread and then one bar far below it. */
  private static Two open() {
    Two two = new Two(Map.of("lookback", 20.0));
    SplittableRandom random = new SplittableRandom(1);
    double log = 0;
    for (int t = 0; t < 40; t++) {
      log += random.nextDouble(-0.05, 0.05);
      double spread = t % 2 == 0 ? 0.001 : -0.001;
      two.close(Math.exp(log + spread), Math.exp(log));
    }
    List<Signal> signals = two.close(Math.exp(log - 0.005), Math.exp(log));
    assertThat(says(signals.get(0))).isEqualTo("BUY 1.0");
    assertThat(says(signals.get(1))).startsWith("SELL -");
    return two;
  }

  @Test
  void aPairWithoutOneOfItsBarsStaysAsItIs() {
    Two two = open();
    double kept = two.close(1, 0).get(0).position();
    assertThat(kept).isEqualTo(1);
    Signal other = two.close(0, 5).get(0);
    assertThat(says(other)).startsWith("HOLD -");
    assertThat(other.attributes()[0]).isEqualTo(1);
    // Both are back, and B far away: no longer a pair.
    assertThat(two.close(1, 9))
        .extracting(signal -> says(signal))
        .containsExactly("HOLD EXIT 0.0", "HOLD EXIT 0.0");
  }

  @Test
  void aPairEndsWhenOneOfItsSymbolsIsForgotten() {
    Two two = open();
    for (int t = 1; t < 2000; t++) {
      assertThat(says(two.close(1, 0).get(0))).isEqualTo("HOLD 1.0");
    }
    assertThat(says(two.close(1, 0).get(0))).isEqualTo("HOLD EXIT 0.0");
    assertThat(says(two.close(1, 0).get(0))).isEqualTo("HOLD 0.0");
    assertThat(two.close(1, 5).get(1).isWarmup()).isTrue();
  }

  @Test
  void anExitMustLieWithinTheEntry() {
    Parameters odd = Run.firstEdition(STRATEGY, Map.of("exit", 3.0));
    assertThat(STRATEGY.check(odd)).hasSize(1).first().asString().contains("have 3.0");
  }
}
