package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.indicator.statistic.BayesianChangePoint;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RegimeChangeTest {

  private static final int HOLD_BARS = 25;

  /** Noise whose drift and loudness change every 60 to 120 bars. */
  private static double[] regimes(long seed, int bars) {
    Random random = new Random(seed);
    double[] closes = new double[bars];
    double close = 100;
    double drift = 0;
    double loudness = 0.005;
    int left = 0;
    for (int i = 0; i < bars; i++) {
      if (left-- == 0) {
        left = 60 + random.nextInt(60);
        drift = 0.01 * (random.nextInt(5) - 2);
        loudness = new double[] {0.002, 0.006, 0.02}[random.nextInt(3)];
      }
      close *= Math.exp(drift * random.nextDouble() * 0.5 + loudness * random.nextGaussian());
      closes[i] = close;
    }
    return closes;
  }

  private static List<Signal> run(double[] closes) {
    Run run = Run.first(new RegimeChange());
    List<Signal> signals = new ArrayList<>();
    for (double close : closes) {
      signals.add(run.flat(close));
    }
    return signals;
  }

  @Test
  void decidesAtEachChangeAsDefined() {
    double[] closes = regimes(4, 6000);
    List<Signal> signals = run(closes);
    BayesianChangePoint filter = new BayesianChangePoint(0.01, 200);
    List<Double> deviations = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    double before = 0;
    for (int t = 1; t < closes.length; t++) {
      filter.add(closes[t] / closes[t - 1] - 1);
      double probability = filter.probabilityOfRunUpTo(5);
      boolean change = probability > 0.5 && !(before > 0.5);
      before = probability;
      if (t >= HOLD_BARS) {
        deviations.add(deviation(closes, t));
      }
      Signal signal = signals.get(t);
      if (t < 49) {
        assertThat(signal.isWarmup()).isTrue();
        continue;
      }
      assertThat(signal.confidence()).isEqualTo(probability);
      assertThat(signal.attributes()).containsExactly(probability, filter.mostProbableRun());
      if (change) {
        String expected = expected(closes, t, deviations);
        assertThat(signal.label() + " " + signal.position()).as("bar %d", t).isEqualTo(expected);
        seen.add(expected);
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "HIGH_VOLATILITY 0.0", "RANGING -1.0", "RANGING 1.0", "TRENDING -1.0", "TRENDING 1.0");
  }

  private static double mean(double[] closes, int t) {
    double sum = 0;
    for (int i = t - HOLD_BARS + 1; i <= t; i++) {
      sum += closes[i] / closes[i - 1] - 1;
    }
    return sum / HOLD_BARS;
  }

  private static double deviation(double[] closes, int t) {
    double mean = mean(closes, t);
    double squares = 0;
    for (int i = t - HOLD_BARS + 1; i <= t; i++) {
      squares += Math.pow(closes[i] / closes[i - 1] - 1 - mean, 2);
    }
    return Math.sqrt(squares / (HOLD_BARS - 1));
  }

  private static String expected(double[] closes, int t, List<Double> deviations) {
    double deviation = deviations.get(deviations.size() - 1);
    List<Double> history =
        deviations.subList(Math.max(0, deviations.size() - 250), deviations.size());
    double atMost = history.stream().filter(x -> x <= deviation).count();
    if (atMost / history.size() > 0.8) {
      return "HIGH_VOLATILITY 0.0";
    }
    double mean = mean(closes, t);
    if (Math.abs(mean) / (deviation / Math.sqrt(HOLD_BARS)) > 2) {
      return "TRENDING " + Math.signum(mean);
    }
    double average = 0;
    for (int i = t - 19; i <= t; i++) {
      average += closes[i] / 20;
    }
    return "RANGING " + Math.signum(average - closes[t]);
  }

  @Test
  void aDecisionHoldsForHalfAWindowUnlessAnotherReplacesIt() {
    List<Signal> signals = run(regimes(4, 6000));
    int exits = 0;
    int since = 0;
    for (int t = 1; t < signals.size(); t++) {
      Signal signal = signals.get(t);
      since++;
      boolean change =
          signal.confidence() > 0.5 && !(signals.get(t - 1).confidence() > 0.5) && t >= 49;
      if (change) {
        since = 0;
      } else {
        assertThat(signal.action()).isEqualTo(Action.HOLD);
      }
      if (signal.label().equals("EXIT")) {
        assertThat(since).isEqualTo(HOLD_BARS);
        assertThat(signal.position()).isZero();
        exits++;
      } else if (t >= 49 && since > 0 && since < HOLD_BARS && !signals.get(t - 1).isWarmup()) {
        assertThat(signal.position()).isEqualTo(signals.get(t - 1).position());
        assertThat(signal.label()).isEqualTo(signals.get(t - 1).label());
      }
    }
    assertThat(exits).isGreaterThan(5);
  }

  @Test
  void flatPricesNeverChange() {
    Run run = Run.first(new RegimeChange());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 600; i++) {
      signal = run.flat(100.1);
      assertThat(says(signal)).isIn("HOLD WARMUP 0.0", "HOLD 0.0");
    }
    assertThat(signal.attributes()).containsExactly(0, 0);
    assertThat(signal.confidence()).isZero();
  }

  @Test
  void holdsDuringWarmUp() {
    Run run = Run.first(new RegimeChange());
    for (int i = 0; i < 49; i++) {
      assertThat(run.flat(100 + i % 3).isWarmup()).isTrue();
    }
    assertThat(run.flat(100).isWarmup()).isFalse();
  }
}
