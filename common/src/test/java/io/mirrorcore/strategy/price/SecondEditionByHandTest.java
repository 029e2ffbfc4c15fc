package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The second editions of strategies on prices, each by hand where it differs from the first. */
class SecondEditionByHandTest {

  private static Run second(SymbolStrategy strategy, Map<String, Double> set) {
    Map<String, Double> all = new HashMap<>(set);
    all.put("edition", 2.0);
    return Run.of(strategy, all);
  }

  private static Run second(SymbolStrategy strategy) {
    return second(strategy, Map.of());
  }

  private static Signal bar(Run run, double open, double high, double low, double close, double v) {
    Bar bar = new Bar("S", 0, open, high, low, close, v);
    return run.on(MarketBar.of(bar));
  }

  /** Bars of range 1 around 100, whose ATR is 1, with a low of 90 on much volume in the middle. */
  private static Run withASupportAtNinety() {
    Run run = second(new VolumeSr(), Map.of("lookback", 20.0, "pivot", 1.0, "max_hold", 3.0));
    for (int t = 0; t < 95; t++) {
      bar(run, 100, 100.5, t == 85 ? 90 : 99.5, 100, t == 85 ? 1000 : 1);
    }
    return run;
  }

  @Test
  void volumeSrMeasuresNearnessInAtrByHand() {
    // The fall to 90 raised the ATR to 1.68; nine bars later it is 1.35: near is 0.067.
    Run run = withASupportAtNinety();
    assertThat(says(bar(run, 90.1, 100.5, 90.06, 100, 1))).isEqualTo("BUY 1.0");
    // A first edition's 0.25 % of 90, 0.225, would still be near.
    Run far = withASupportAtNinety();
    Signal none = bar(far, 90.3, 100.5, 90.25, 100, 1);
    assertThat(says(none)).isEqualTo("HOLD 0.0");
    assertThat(none.attributes()[0]).isZero();
    assertThat(none.confidence()).isZero();
  }

  @Test
  void volumeSrHoldsFromTheNewestTouch() {
    Run run = withASupportAtNinety();
    bar(run, 90.1, 100.5, 90.01, 100, 1);
    assertThat(says(bar(run, 100, 100.5, 99.5, 100, 1))).isEqualTo("HOLD 1.0");
    assertThat(says(bar(run, 90.1, 100.5, 90.01, 100, 1))).isEqualTo("HOLD 1.0");
    assertThat(says(bar(run, 100, 100.5, 99.5, 100, 1))).isEqualTo("HOLD 1.0");
    assertThat(says(bar(run, 100, 100.5, 99.5, 100, 1))).isEqualTo("HOLD 1.0");
    assertThat(says(bar(run, 100, 100.5, 99.5, 100, 1))).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void bayesianUpdaterLearnsNothingFromEvidenceOfNoConfidence() {
    Run run = second(new BayesianUpdater());
    Signal signal = Signal.WARMUP;
    for (int t = 0; t < 200; t++) {
      signal = run.flat(100);
    }
    assertThat(says(signal)).isEqualTo("HOLD 0.0");
    assertThat(signal.attributes()[0]).isEqualTo(0.5);
  }

  @Test
  void bayesianUpdaterWeighsItsEvidenceByHand() {
    Run run = second(new BayesianUpdater());
    for (int t = 0; t < 200; t++) {
      run.bar(100, 100, 100, 1);
    }
    // RSI 100 sells and volume 4 times the mean buys, each with certainty: they cancel. The
    // histogram is (2/13 - 2/27)(1 - 1/5) of the jump and SD_20 is 1/sqrt 20 of it.
    double k = (2.0 / 13 - 2.0 / 27) * 0.8 * Math.sqrt(20);
    double logOdds = 0.25 * Math.log((0.5 + 0.5 * k) / (0.5 - 0.4 * k));
    Signal signal = run.bar(101, 101, 101, 4);
    assertThat(signal.attributes()[1]).isEqualTo(100);
    assertThat(signal.attributes()[0]).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
    assertThat(signal.confidence()).isEqualTo(signal.attributes()[0]);
  }

  @Test
  void anomalyDetectionHoldsFromTheNewestAnomaly() {
    SplittableRandom random = new SplittableRandom(2);
    Run run = second(new AnomalyDetection());
    double close = 100;
    List<Signal> signals = new ArrayList<>();
    for (int t = 0; t < 4000; t++) {
      close *= 1 + 0.01 * (random.nextDouble() + random.nextDouble() - 1);
      signals.add(run.bar(close * 1.002, close * 0.998, close, 1 + random.nextDouble()));
    }
    int restarts = 0;
    for (int t = 1; t + 4 < signals.size(); t++) {
      Signal signal = signals.get(t);
      double held = signals.get(t - 1).position();
      boolean anomaly = !signal.isWarmup() && signal.attributes()[1] < 0.02;
      if (anomaly && held != 0 && signal.position() == held) {
        restarts++;
        assertThat(signal.action().direction()).isZero();
        for (int ahead = 1; ahead < 5; ahead++) {
          assertThat(signals.get(t + ahead).label()).isNotEqualTo("EXIT");
        }
      }
    }
    assertThat(restarts).isGreaterThan(3);
  }

  @Test
  void regimeChangeSaysChangeThenJudgesTenBarsIntoTheRunByHand() {
    Run run = second(new RegimeChange());
    SplittableRandom random = new SplittableRandom(4);
    double close = 100;
    for (int t = 0; t < 200; t++) {
      close *= 1 + 0.001 * random.nextDouble(-1, 1);
      run.flat(close);
    }
    List<String> said = new ArrayList<>();
    for (int t = 0; t < 70; t++) {
      close *= 1 + 0.02 + 0.001 * random.nextDouble(-1, 1);
      said.add(says(run.flat(close)));
    }
    int change = said.indexOf("HOLD CHANGE 0.0");
    int judged = said.indexOf("BUY TRENDING 1.0");
    assertThat(change).isBetween(0, 4);
    assertThat(judged).isBetween(8, 11);
    assertThat(said.subList(change, judged)).containsOnly("HOLD CHANGE 0.0");
    assertThat(said.subList(judged + 1, judged + 50)).containsOnly("HOLD TRENDING 1.0");
    assertThat(said.get(judged + 50)).isEqualTo("HOLD EXIT 0.0");
    assertThat(said.get(judged + 51)).isEqualTo("HOLD 0.0");
  }

  @Test
  void entropyMeasureIsNotFooledByACrash() {
    for (double edition : new double[] {1, 2}) {
      Run run = Run.of(new EntropyMeasure(), Map.of("edition", edition));
      SplittableRandom random = new SplittableRandom(3);
      double close = 100;
      Signal before = Signal.WARMUP;
      for (int t = 0; t < 600; t++) {
        close *= 1 + 0.01 * (random.nextDouble() + random.nextDouble() - 1);
        before = run.flat(close);
      }
      close *= 0.7;
      Signal after = run.flat(close);
      double fall = before.attributes()[0] - after.attributes()[0];
      if (edition == 1) {
        assertThat(fall).isGreaterThan(1); // bits: everything else shares a few bins now
        assertThat(after.label()).isNotEqualTo("HIGH_UNCERTAINTY");
      } else {
        assertThat(Math.abs(fall)).isLessThan(0.3);
      }
    }
  }

  @Test
  void fractalGeometryTradesBeyondWhatChanceDoesByHand() {
    // A random walk with steps that half repeat: H of about 0.63, between the two thresholds.
    assertThat(says(lastOfPersistent(2))).contains("TRENDING");
    assertThat(says(lastOfPersistent(1))).isEqualTo("HOLD RANDOM 0.0");
  }

  private static Signal lastOfPersistent(double edition) {
    SplittableRandom random = new SplittableRandom(17);
    Run run = Run.of(new FractalGeometry(), Map.of("edition", edition));
    double log = 0;
    double drift = 0;
    Signal chosen = Signal.WARMUP;
    for (int t = 0; t < 3000; t++) {
      drift = 0.9 * drift + 0.002 * random.nextDouble(-1, 1);
      log += drift + 0.01 * random.nextDouble(-1, 1);
      Signal signal = run.flat(100 * Math.exp(log));
      boolean between =
          !signal.isWarmup()
              && signal.attributes()[0] > 0.61
              && signal.attributes()[0] < 0.65
              && signal.confidence() > 0.6;
      chosen = between ? signal : chosen;
    }
    return chosen;
  }
}
