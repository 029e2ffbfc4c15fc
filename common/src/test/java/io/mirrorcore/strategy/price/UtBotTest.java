package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UtBotTest {

  /** With a period of 1 the average true range is that of the bar: 0.5 around each close. */
  @Test
  void followsTheStopByHand() {
    Run run = Run.of(new UtBot(), Map.of("atr_period", 1.0));
    assertThat(bar(run, 100).isWarmup()).isTrue(); // no true range yet
    assertThat(bar(run, 101).isWarmup()).isTrue(); // range 101.5 - 100, first stop 99.5
    // Both above 99.5, range 1.5: stop max(99.5, 100.5). Confidence 1.5 / 3.
    assertSays(bar(run, 102), "HOLD 0.0", 0.5, 100.5, 1.5);
    // From above to below: range 102 - 97.5, stop 98 + 4.5.
    assertSays(bar(run, 98), "SELL -1.0", 0.5, 102.5, 4.5);
    // Both below 102.5, range 99.5 - 98: stop min(102.5, 100.5).
    assertSays(bar(run, 99), "HOLD -1.0", 0.5, 100.5, 1.5);
    // The stop does not rise: range 99.4 - 98.4, min(100.5, 98.9 + 1.0) = 99.9.
    assertSays(bar(run, 98.9), "HOLD -1.0", 0.5, 99.9, 1);
    // Nor does it when the range widens: min(99.9, 99.8 + 1.4); confidence 0.1 / 2.8.
    assertSays(bar(run, 99.8), "HOLD -1.0", 0.1 / 2.8, 99.9, 1.4);
    // From below to above: range 104.5 - 99.8, stop 104 - 4.7.
    assertSays(bar(run, 104), "BUY 1.0", 0.5, 99.3, 4.7);
  }

  private static Signal bar(Run run, double close) {
    return run.bar(close + 0.5, close - 0.5, close, 1);
  }

  private static void assertSays(
      Signal signal, String says, double confidence, double stop, double atr) {
    assertThat(says(signal)).isEqualTo(says);
    assertThat(signal.confidence()).isCloseTo(confidence, within(1e-12));
    assertThat(signal.attributes()[0]).isCloseTo(stop, within(1e-12));
    assertThat(signal.attributes()[1]).isCloseTo(atr, within(1e-12));
  }

  @Test
  void holdsDuringWarmUp() {
    // A bar without a true range, 10 of the seed, and 44 until 0.9^44 < 1 %.
    Run run = Run.of(new UtBot());
    for (int i = 0; i < 54; i++) {
      assertThat(bar(run, 100 + 10 * (i % 2)).isWarmup()).isTrue();
    }
    assertThat(bar(run, 100).isWarmup()).isFalse();
  }

  @Test
  void flatPricesGiveNoSignalAndNoConfidence() {
    Run run = Run.of(new UtBot());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 200; i++) {
      signal = run.flat(100.1);
      assertThat(says(signal)).startsWith("HOLD").endsWith("0.0");
    }
    assertThat(signal.isWarmup()).isFalse();
    assertThat(signal.confidence()).isZero();
  }
}
