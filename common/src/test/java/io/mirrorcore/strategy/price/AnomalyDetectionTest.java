package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Run;
import java.util.Random;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class AnomalyDetectionTest {

  /** 78 bars to RSI and ATR, and 333 sets of features until 2^(-333/50) < 1 %. */
  private static final int WARM_UP_BARS = 78 + 333 - 1;

  private final Random random = new Random(7);
  private double close = 100;

  private Signal ordinary(Run run) {
    double move = 0.002 * (random.nextDouble() - 0.5);
    close *= 1 + move;
    return run.bar(close * 1.001, close * 0.999, close, 90 + random.nextInt(20));
  }

  private Run calmMarket() {
    Run run = Run.first(new AnomalyDetection());
    for (int i = 0; i < WARM_UP_BARS; i++) {
      assertThat(ordinary(run).isWarmup()).isTrue();
    }
    assertThat(ordinary(run).isWarmup()).isFalse();
    return run;
  }

  @Test
  void buysAFallUnlikeAllBeforeAndHoldsForFiveBars() {
    Run run = calmMarket();
    for (int i = 0; i < 10; i++) {
      ordinary(run);
    }
    close *= 0.97;
    Signal crash = run.bar(close * 1.03, close * 0.999, close, 1000);
    assertThat(says(crash)).isEqualTo("BUY 1.0");
    assertThat(crash.attributes()[0]).as("distance, in deviations").isGreaterThan(6);
    assertThat(crash.attributes()[1]).as("tail").isLessThan(1e-4);
    assertThat(crash.confidence()).isCloseTo(1 - crash.attributes()[1] / 0.02, within(1e-15));
  }

  @Test
  void sellsARise() {
    Run run = calmMarket();
    close *= 1.03;
    assertThat(says(run.bar(close * 1.001, close * 0.97, close, 1000))).isEqualTo("SELL -1.0");
  }

  @Test
  void leavesAfterFiveBars() {
    Run run = calmMarket();
    Signal signal = ordinary(run);
    while (signal.position() == 0) {
      signal = ordinary(run);
    }
    double side = signal.position();
    for (int i = 0; i < 4; i++) {
      signal = ordinary(run);
      assertThat(signal.position()).isEqualTo(side);
    }
    assertThat(says(ordinary(run))).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void calmBarsAreRarelyAnomalies() {
    Run run = calmMarket();
    int anomalies = 0;
    for (int i = 0; i < 2000; i++) {
      Signal signal = ordinary(run);
      anomalies += signal.attributes()[1] < 0.02 ? 1 : 0;
      double expected = Math.max(0, 1 - signal.attributes()[1] / 0.02);
      assertThat(signal.confidence()).isEqualTo(expected);
    }
    assertThat(anomalies).isBetween(10, 120);
  }

  @Test
  void theTailIsThatOfChiSquare() {
    ChiSquaredDistribution law = new ChiSquaredDistribution(6);
    for (double x : new double[] {0, 0.5, 3, 6, 12.5916, 15.033, 40}) {
      double expected = 1 - law.cumulativeProbability(x);
      assertThat(AnomalyDetection.tail(x)).isCloseTo(expected, within(1e-12));
    }
    assertThat(AnomalyDetection.tail(1500)).isZero();
    assertThat(AnomalyDetection.tail(Double.MAX_VALUE)).isZero();
  }

  @Test
  void aMarketThatNeverMovedHasNoAnomalies() {
    Run run = Run.first(new AnomalyDetection());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 600; i++) {
      signal = run.flat(100.1);
      assertThat(signal.position()).isZero();
    }
    assertThat(signal.attributes()).containsExactly(0, 1);
    assertThat(signal.confidence()).isZero();
  }
}
