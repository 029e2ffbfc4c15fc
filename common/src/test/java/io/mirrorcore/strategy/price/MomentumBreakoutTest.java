package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MomentumBreakoutTest {

  private static Run small() {
    Run run =
        Run.of(
            new MomentumBreakout(),
            Map.of("lookback", 3.0, "momentum_bars", 1.0, "atr_period", 1.0, "stop_atr", 0.5));
    assertThat(run.bar(101, 99, 100, 10).isWarmup()).isTrue();
    assertThat(run.bar(102, 100, 101, 10).isWarmup()).isTrue();
    assertThat(run.bar(101, 99, 100, 10).isWarmup()).isTrue();
    return run;
  }

  @Test
  void breaksOutAndTrailsByHand() {
    Run run = small();
    // Channel 102 / 99; volume 20 / 10; ln 1.06 = 0.0583 above the SD 0.0351 of the three log
    // returns 0.00995, -0.00995, 0.0583. Range 106 - 100.
    Signal entry = run.bar(106, 100, 106, 20);
    assertThat(says(entry)).isEqualTo("BUY 1.0");
    assertThat(entry.attributes()[0]).isEqualTo(102);
    assertThat(entry.attributes()[1]).isEqualTo(99);
    assertThat(entry.attributes()[2]).isEqualTo(2);
    assertThat(entry.attributes()[3]).isCloseTo(Math.log(1.06), within(1e-15));
    assertThat(entry.attributes()[4]).isEqualTo(6);
    assertThat(entry.confidence()).isEqualTo(0.9); // 0.7 * 2 / 1.5 = 0.933
    // Range 106 - 103, stop at half of it: 1 against is not 1.5. Ratio 8 / (40/3) = 0.6.
    Signal held = run.bar(105.5, 103, 105, 8);
    assertThat(says(held)).isEqualTo("HOLD 1.0");
    assertThat(held.confidence()).isCloseTo(0.28, within(1e-12));
    // A better close moves the stop: best 107.
    assertThat(says(run.bar(107, 105, 107, 1))).isEqualTo("HOLD 1.0");
    // Range 107 - 105: 1 against the best, 107, is just enough.
    assertThat(says(run.bar(106.5, 105, 106, 1))).isEqualTo("HOLD EXIT 0.0");
    assertThat(says(run.bar(106.5, 105, 106, 1))).isEqualTo("HOLD 0.0");
  }

  @Test
  void breaksDownMirrored() {
    Run run = small();
    assertThat(says(run.bar(100, 94, 94, 20))).isEqualTo("SELL -1.0");
    assertThat(says(run.bar(95, 93, 94.5, 20))).isEqualTo("HOLD -1.0");
    assertThat(says(run.bar(98, 96, 97, 20))).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void aBreakoutWithoutVolumeOrMomentumIsNone() {
    assertThat(says(small().bar(106, 100, 106, 15))).as("ratio 1.5 only").isEqualTo("HOLD 0.0");
    Run calm =
        Run.of(
            new MomentumBreakout(),
            Map.of("lookback", 3.0, "momentum_bars", 1.0, "atr_period", 1.0, "momentum_z", 10.0));
    calm.bar(101, 99, 100, 10);
    calm.bar(102, 100, 101, 10);
    calm.bar(101, 99, 100, 10);
    assertThat(says(calm.bar(106, 100, 106, 20))).isEqualTo("HOLD 0.0");
  }

  @Test
  void theBarItselfIsNoPartOfItsChannel() {
    // Its own high of 200 would make a breakout at 106 impossible.
    assertThat(says(small().bar(200, 100, 106, 20))).isEqualTo("BUY 1.0");
  }

  @Test
  void withoutAnyVolumeTheRatioIsNeutral() {
    Run run = Run.of(new MomentumBreakout());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 100; i++) {
      signal = run.bar(101 + i, 99 + i, 100 + i, 0);
      assertThat(signal.position()).isZero();
    }
    assertThat(signal.attributes()[2]).isEqualTo(1);
    assertThat(signal.confidence()).isCloseTo(0.7 / 1.5, within(1e-15));
  }

  @Test
  void flatPricesGiveNoSignal() {
    Run run = Run.of(new MomentumBreakout());
    for (int i = 0; i < 200; i++) {
      assertThat(says(run.flat(100.1))).isIn("HOLD WARMUP 0.0", "HOLD 0.0");
    }
  }

  @Test
  void holdsDuringWarmUp() {
    // ATR: one bar without a range, 14 of the seed, 63 until (13/14)^63 < 1 %.
    Run run = Run.of(new MomentumBreakout());
    for (int i = 0; i < 77; i++) {
      assertThat(run.bar(101, 99, 100, 1).isWarmup()).isTrue();
    }
    assertThat(run.bar(101, 99, 100, 1).isWarmup()).isFalse();
  }
}
