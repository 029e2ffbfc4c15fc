package io.mirrorcore.strategy.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How often a second edition finds what is not there, and whether it finds what is; seeded. */
class SecondEditionFalseAlarmsTest {

  private static final double VOLATILITY = 0.01;

  private final SplittableRandom random = new SplittableRandom(5);

  /** Box and Muller's. */
  private double gaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static List<Signal> run(SymbolStrategy strategy, int bars, IntToDoubleFunction returns) {
    SplittableRandom volumes = new SplittableRandom(6);
    SymbolStrategy.Machine machine =
        strategy.machine(Parameters.of(strategy, Map.of("edition", 2.0)));
    List<Signal> signals = new ArrayList<>();
    double close = 100;
    for (int t = 0; t < bars; t++) {
      double open = close;
      close *= Math.exp(returns.applyAsDouble(t));
      double high = Math.max(open, close) * (1 + 0.3 * VOLATILITY * volumes.nextDouble());
      double low = Math.min(open, close) * (1 - 0.3 * VOLATILITY * volumes.nextDouble());
      double volume = 1000 * Math.exp(0.5 * volumes.nextDouble(-1, 1));
      Bar bar = new Bar("S", (t + 1) * 60_000L, open, high, low, close, volume);
      signals.add(machine.onBar(MarketBar.of(bar)));
    }
    return signals;
  }

  private static double share(List<Signal> signals, Predicate<Signal> what) {
    long ready = signals.stream().filter(signal -> !signal.isWarmup()).count();
    long found = signals.stream().filter(s -> !s.isWarmup() && what.test(s)).count();
    return (double) found / ready;
  }

  private static boolean isLabelled(Signal signal, String label) {
    return signal.label().equals(label);
  }

  @Test
  void fractalGeometryTakesFewRandomWalksForATrendOrAReversion() {
    int walks = 1000;
    int found = 0;
    for (int i = 0; i < walks; i++) {
      List<Signal> signals = run(new FractalGeometry(), 250, t -> VOLATILITY * gaussian());
      found += isLabelled(signals.get(249), "RANDOM") ? 0 : 1;
    }
    assertThat(found / (double) walks).isBetween(0.02, 0.08);
  }

  @Test
  void fractalGeometryFindsATrendThatGoesOn() {
    double[] drift = {0};
    List<Signal> signals =
        run(
            new FractalGeometry(),
            2000,
            t -> {
              drift[0] = 0.97 * drift[0] + 0.25 * VOLATILITY * gaussian();
              return drift[0] + 0.3 * VOLATILITY * gaussian();
            });
    assertThat(share(signals, s -> isLabelled(s, "TRENDING"))).isGreaterThan(0.7);
  }

  @Test
  void regimeChangeSeesNoMoreChangesInNoiseThanItsHazardSays() {
    List<Signal> signals = run(new RegimeChange(), 20_000, t -> VOLATILITY * gaussian());
    double rate = begun(signals) / 20_000.0;
    assertThat(rate).isLessThan(0.01);
  }

  /** Bars on which a change was seen that was not seen the bar before. */
  private static int begun(List<Signal> signals) {
    int begun = 0;
    boolean before = false;
    for (Signal signal : signals) {
      boolean young = !signal.isWarmup() && signal.attributes()[0] > 0.5;
      begun += young && !before ? 1 : 0;
      before = young;
    }
    return begun;
  }

  @Test
  void regimeChangeFindsABreakIntoATrendAndFollowsIt() {
    int found = 0;
    for (int i = 0; i < 50; i++) {
      List<Signal> signals =
          run(
              new RegimeChange(),
              330,
              t -> t < 300 ? 0.5 * VOLATILITY * gaussian() : VOLATILITY * (2 + 0.5 * gaussian()));
      found += signals.get(329).position() > 0 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(40);
  }

  @Test
  void anomalyDetectionTakesAboutAsManyBarsForAnomaliesAsItShould() {
    List<Signal> signals = run(new AnomalyDetection(), 20_000, t -> VOLATILITY * gaussian());
    double rate = share(signals, s -> s.attributes()[1] < 0.02);
    assertThat(rate).isBetween(0.01, 0.06);
  }

  @Test
  void anomalyDetectionFindsAnOutlier() {
    int found = 0;
    for (int i = 0; i < 50; i++) {
      List<Signal> signals =
          run(new AnomalyDetection(), 501, t -> VOLATILITY * (t == 500 ? -8 : gaussian()));
      found += signals.get(500).position() > 0 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(45);
  }

  @Test
  void lowEntropyIsFollowedByLessVolatilityThanHighEntropy() {
    double[] variance = {VOLATILITY * VOLATILITY};
    int bars = 30_000;
    double[] returns = new double[bars];
    List<Signal> signals =
        run(
            new EntropyMeasure(),
            bars,
            t -> {
              double shock = Math.sqrt(variance[0]) * gaussian();
              variance[0] =
                  0.02 * VOLATILITY * VOLATILITY + 0.1 * shock * shock + 0.88 * variance[0];
              returns[t] = shock;
              return shock;
            });
    double low = volatilityAfter("LOW_UNCERTAINTY", signals, returns);
    double high = volatilityAfter("HIGH_UNCERTAINTY", signals, returns);
    assertThat(low).isLessThan(high);
  }

  /** Root mean square of the 20 returns after each bar of that label. */
  private static double volatilityAfter(String label, List<Signal> signals, double[] returns) {
    double squares = 0;
    int count = 0;
    for (int t = 0; t + 20 < returns.length; t++) {
      if (isLabelled(signals.get(t), label)) {
        for (int ahead = 1; ahead <= 20; ahead++) {
          squares += returns[t + ahead] * returns[t + ahead];
          count++;
        }
      }
    }
    return Math.sqrt(squares / count);
  }
}
