package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeSrTest {

  private static final Map<String, Double> SMALL =
      Map.of("lookback", 6.0, "pivot", 1.0, "volume_quantile", 0.0, "near", 0.01, "max_hold", 2.0);

  private Run run;
  private long time;

  private Signal bar(double open, double high, double low, double close, double volume) {
    time += Run.BAR_MS;
    return run.on(MarketBar.of(new Bar("S", time, open, high, low, close, volume)));
  }

  /** A low of 100 on volume 3 in bar 2, a high of 120 on volume 1 in bar 4. */
  private Signal warmUp() {
    run = Run.first(new VolumeSr(), SMALL);
    bar(110, 112, 108, 109, 9);
    bar(109, 110, 100, 108, 3);
    bar(108, 114, 107, 113, 9);
    bar(113, 120, 112, 118, 1);
    bar(118, 119, 110, 111, 9);
    return bar(111, 112, 108, 109, 9);
  }

  private static void assertSays(
      Signal signal, String says, double zone, int zones, double confidence) {
    assertThat(says(signal)).isEqualTo(says);
    assertThat(signal.attributes()).containsExactly(new double[] {zone, zones}, within(1e-12));
    assertThat(signal.confidence()).isCloseTo(confidence, within(1e-12));
  }

  @Test
  void buysOffASupportAndLeavesInTimeByHand() {
    // Nothing touched: the zone nearest to 109 is the support.
    assertSays(warmUp(), "HOLD 0.0", 100, 2, 0.75);
    // The low came within 1 of 100 and the bar rose. Bar 2 is still within 6 bars.
    assertSays(bar(102, 105, 100.9, 104, 9), "BUY 1.0", 100, 2, 0.75);
    // Bar 2 has left; 100.9 of bar 7 is no pivot if this bar is lower.
    assertSays(bar(104, 106, 100.5, 105, 9), "HOLD 1.0", 120, 1, 1);
    assertThat(says(bar(105, 107, 103, 104, 9))).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void sellsOffAResistance() {
    warmUp();
    // A share of 1/4 of the volume; 118.9 is within 1.2 of 120, and the bar fell.
    assertSays(bar(118, 118.9, 107, 116, 9), "SELL -1.0", 120, 2, 0.25);
  }

  @Test
  void aTouchWithoutATurnOrFromAfarIsNone() {
    warmUp();
    assertThat(says(bar(105, 106, 100.5, 104, 9))).as("it fell").isEqualTo("HOLD 0.0");
    warmUp();
    assertThat(says(bar(102, 105, 101.1, 104, 9))).as("too far").isEqualTo("HOLD 0.0");
    warmUp();
    assertThat(says(bar(98, 99.9, 98.5, 99.5, 9))).as("100 is above").isEqualTo("HOLD 0.0");
  }

  @Test
  void aDipALittleBelowTheSupportCounts() {
    warmUp();
    assertThat(says(bar(102, 105, 99.1, 104, 9))).isEqualTo("BUY 1.0");
  }

  @Test
  void aPivotDoesNotActBeforeItIsKnown() {
    // The low of 90 becomes a pivot with the next bar, not with its own.
    warmUp();
    assertThat(says(bar(109, 110, 90, 91, 9))).isEqualTo("HOLD 0.0");
    assertThat(says(bar(91, 95, 90.5, 94, 9))).as("now it is known").isEqualTo("BUY 1.0");
    Run other = Run.first(new VolumeSr(), SMALL);
    for (int i = 0; i < 50; i++) {
      // Every bar lower than the last: no low is ever a pivot, however often one is touched.
      double low = 100 - i;
      Bar bar = new Bar("S", i, low + 0.1, low + 3, low, low + 0.5, 5);
      assertThat(other.on(MarketBar.of(bar)).position()).isZero();
    }
  }

  @Test
  void withoutVolumeThereIsNoZone() {
    Run quiet = Run.first(new VolumeSr());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 300; i++) {
      double close = 100 + i % 5;
      signal = quiet.bar(close + 1, close - 1, close, 0);
      assertThat(signal.position()).isZero();
    }
    assertThat(signal.attributes()).containsExactly(0, 0);
    assertThat(signal.confidence()).isZero();
  }

  @Test
  void flatPricesGiveNoSignal() {
    Run flat = Run.first(new VolumeSr());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 300; i++) {
      signal = flat.bar(100.1, 100.1, 100.1, 7);
      assertThat(signal.position()).isZero();
    }
    assertThat(signal.attributes()).containsExactly(100.1, 1);
  }

  @Test
  void holdsDuringWarmUp() {
    Run waiting = Run.first(new VolumeSr());
    for (int i = 0; i < 99; i++) {
      assertThat(waiting.flat(100).isWarmup()).isTrue();
    }
    assertThat(waiting.flat(100).isWarmup()).isFalse();
  }

  @Test
  void aLookbackTooShortForItsPivotsIsRefused() {
    VolumeSr strategy = new VolumeSr();
    Parameters parameters = Run.firstEdition(strategy, Map.of("lookback", 10.0, "pivot", 5.0));
    assertThat(strategy.check(parameters)).hasSize(1).first().asString().contains("lookback", "10");
  }
}
