package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentimentMomentumTest {

  /** EMA_20: 20 of the seed, 47 until (19/21)^47 < 1 %. */
  private static final int WARM_UP_BARS = 66;

  private static Run flatMarket(Map<String, Double> set) {
    Run run = Run.of(new SentimentMomentum(), set);
    for (int i = 0; i < WARM_UP_BARS; i++) {
      assertThat(run.bar(100, 100, 100, 10).isWarmup()).isTrue();
    }
    Signal flat = run.bar(100, 100, 100, 10);
    assertThat(says(flat)).isEqualTo("HOLD 0.0");
    assertThat(flat.attributes()).containsExactly(0, 0, 0);
    assertThat(flat.confidence()).isZero();
    return run;
  }

  @Test
  void aRiseOnVolumeIsBoughtByHand() {
    // e is 0 but for this bar, so s = e / SD of forty-nine 0 and one e = sqrt 50, whatever e is.
    Signal rise = flatMarket(Map.of()).bar(110, 100, 110, 100);
    assertThat(says(rise)).isEqualTo("STRONG_BUY 1.0");
    assertThat(rise.attributes()).containsExactly(new double[] {Math.sqrt(50), 0.1, 0.1}, NEAR);
    assertThat(rise.confidence()).isEqualTo(0.9);
    Signal fall = flatMarket(Map.of()).bar(100, 90, 90, 100);
    assertThat(says(fall)).isEqualTo("STRONG_SELL -1.0");
    assertThat(fall.attributes()).containsExactly(new double[] {-Math.sqrt(50), -0.1, -0.1}, NEAR);
  }

  private static final org.assertj.core.data.Offset<Double> NEAR = within(1e-12);

  @Test
  void weighsReturnsByVolume() {
    // After a rise of 10 % on ten times the volume a fall of 1 % on a tenth of the mean.
    Run run = flatMarket(Map.of("sentiment_weight", 0.01));
    run.bar(110, 100, 110, 100);
    Signal signal = run.bar(110, 108.9, 108.9, 2);
    double first = 0.1 * Math.log(1 + 100 / 19.0) / 5;
    double second = first - 0.01 * Math.log(1 + 2 / 18.2) / 5;
    double sentiment = second / deviation(first, second);
    assertThat(signal.attributes()[0]).isCloseTo(sentiment, NEAR);
    assertThat(signal.confidence()).isCloseTo(0.6 + 0.01 * sentiment, NEAR);
  }

  /** Deviation of forty-eight zeros and these two. */
  private static double deviation(double a, double b) {
    double mean = (a + b) / 50;
    double squares = 48 * mean * mean + (a - mean) * (a - mean) + (b - mean) * (b - mean);
    return Math.sqrt(squares / 49);
  }

  @Test
  void aTrendThatVolumeDoesNotConfirmIsTakenInPartAndOneItDeniesNotAtAll() {
    List<Signal> signals = new ArrayList<>();
    Run run = flatMarket(Map.of());
    double close = 100;
    for (int i = 0; i < 300; i++) {
      // Rises on shifting volume, now and then a fall on much.
      close *= i % 4 == 3 ? 0.994 : 1.004;
      signals.add(run.bar(close, close, close, i % 4 == 3 ? 5 + i % 60 : 10));
    }
    assertThat(signals).extracting(Run::says).contains("STRONG_BUY 1.0", "BUY 0.6", "HOLD 0.0");
    for (Signal signal : signals) {
      boolean bullish = signal.attributes()[1] > 0 && signal.attributes()[2] > 0;
      double s = signal.attributes()[0];
      if (signal.position() > 0) {
        assertThat(bullish && s >= -0.25).isTrue();
        assertThat(signal.position()).isEqualTo(s > 0.25 ? 1 : 0.6);
        assertThat(signal.confidence()).isEqualTo(Math.min(0.9, 0.6 + 0.3 * Math.abs(s)));
      } else if (signal.position() == 0) {
        assertThat(signal.confidence()).isZero();
      }
    }
  }

  @Test
  void aSeriesWithoutVolumesIsJudgedByItsReturns() {
    Run run = Run.of(new SentimentMomentum());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 100; i++) {
      double close = 100 * Math.pow(1.001, i) * (1 + 0.0005 * (i % 3));
      signal = run.flat(close);
    }
    assertThat(signal.attributes()[0]).isPositive();
    assertThat(signal.position()).isEqualTo(1);
  }

  @Test
  void horizonsTheWrongWayRoundAreRefused() {
    SentimentMomentum strategy = new SentimentMomentum();
    Parameters parameters = Parameters.of(strategy, Map.of("short", 20.0));
    assertThat(strategy.check(parameters)).hasSize(1).first().asString().contains("short", "20");
  }
}
