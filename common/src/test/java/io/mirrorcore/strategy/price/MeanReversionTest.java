package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeanReversionTest {

  private static final Map<String, Double> SMALL =
      Map.of("bb_period", 3.0, "rsi_period", 1.0, "entry", 1.0, "exit", 0.5);

  @Test
  void tradesAgainstTheExtremesByHand() {
    Run run = Run.of(new MeanReversion(), SMALL);
    assertThat(run.flat(10).isWarmup()).isTrue();
    assertThat(run.flat(10).isWarmup()).isTrue();
    // A flat series: z 0, RSI 50, in the middle of its bands; nothing to exit from.
    assertSays(run.flat(10), "HOLD 0.0", 0, 50);
    // 10 10 7: mean 9, SD sqrt(3); z = -2/sqrt(3) = -1.1547, only falls: RSI 0.
    assertSays(run.flat(7), "BUY 1.0", -2 / Math.sqrt(3), 0);
    // 10 7 6: mean 23/3, SD sqrt(13/3): z = -0.8006, the position stays.
    assertSays(run.flat(6), "HOLD 1.0", -5 / 3.0 / Math.sqrt(13 / 3.0), 0);
    // 7 6 9: mean 22/3, SD sqrt(7/3): z = 1.0911, RSI 100: the opposite entry.
    assertSays(run.flat(9), "SELL -1.0", 5 / 3.0 / Math.sqrt(7 / 3.0), 100);
    // 6 9 8: mean 23/3, SD sqrt(7/3): z = 0.2182.
    assertSays(run.flat(8), "HOLD EXIT 0.0", 1 / 3.0 / Math.sqrt(7 / 3.0), 0);
    // 9 8 8.5: z = 0, and nothing is left to exit from.
    assertSays(run.flat(8.5), "HOLD 0.0", 0, 100);
  }

  private static void assertSays(Signal signal, String says, double z, double rsi) {
    assertThat(says(signal)).isEqualTo(says);
    assertThat(signal.attributes()[0]).isCloseTo(z, within(1e-12));
    assertThat(signal.attributes()[1]).isCloseTo(rsi, within(1e-12));
    assertThat(signal.attributes()[2]).isCloseTo((z + 1) / 2, within(1e-12));
    assertThat(signal.confidence()).isCloseTo(Math.abs(z) / 4, within(1e-12));
  }

  @Test
  void confidenceIsAtMostNineTenths() {
    // One jump after many equal closes: z = sqrt(20) * 19/20 = 4.25, so 1.06 is cut off.
    Run run = Run.of(new MeanReversion());
    for (int i = 0; i < 100; i++) {
      run.flat(100);
    }
    Signal signal = run.flat(90);
    assertThat(says(signal)).isEqualTo("BUY 1.0");
    assertThat(signal.attributes()[0]).isCloseTo(-Math.sqrt(20) * 0.95, within(1e-12));
    assertThat(signal.confidence()).isEqualTo(0.9);
  }

  @Test
  void anExtremeThatRsiDoesNotConfirmIsNoEntry() {
    // The last change is upwards, so RSI of period 1 is 100 although z = -1.25 / 2.06 is low.
    Run run =
        Run.of(new MeanReversion(), Map.of("bb_period", 4.0, "rsi_period", 1.0, "entry", 0.6));
    for (double close : new double[] {10, 10, 6}) {
      run.flat(close);
    }
    Signal signal = run.flat(7);
    assertThat(signal.attributes()[0]).isLessThan(-0.6);
    assertThat(says(signal)).isEqualTo("HOLD 0.0");
  }

  @Test
  void holdsDuringWarmUp() {
    // 1 + 14 closes to the seed of RSI, 63 more until (13/14)^63 < 1 %.
    Run run = Run.of(new MeanReversion());
    for (int i = 0; i < 77; i++) {
      assertThat(run.flat(100 + 30 * (i % 2)).isWarmup()).isTrue();
    }
    assertThat(run.flat(100).isWarmup()).isFalse();
  }

  @Test
  void anExitBeyondTheEntryIsRefused() {
    MeanReversion strategy = new MeanReversion();
    Parameters parameters = Parameters.of(strategy, Map.of("entry", 1.0, "exit", 1.0));
    assertThat(strategy.check(parameters)).hasSize(1).first().asString().contains("exit", "entry");
  }
}
