package io.mirrorcore.strategy.flow;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MicrostructureTest {

  private final TradeClassifier classifier = new TradeClassifier();
  private final Run run =
      Run.first(new Microstructure(), Map.of("tick_window", 5.0, "history", 10.0));
  private long time = 1_000_000;

  /** A bar of {@code quotes} quotes with this spread, and trades of these signed sizes. */
  private Signal bar(int quotes, double bid, double ask, double... signedSizes) {
    TickFold fold = new TickFold(5, 10);
    for (int i = 0; i < quotes; i++) {
      double[] bids = {bid, 1};
      double[] asks = {ask, 1};
      fold.add(Tick.quote("S", time++, bids, asks), classifier);
    }
    for (double size : signedSizes) {
      Aggressor side = size > 0 ? Aggressor.BUY : Aggressor.SELL;
      fold.add(Tick.trade("S", time++, 100, Math.abs(size), side), classifier);
    }
    time += 1000;
    fold.close(time, null);
    return run.on(new MarketBar(new Bar("S", time, 100, 100, 100, 100, 1), fold, OptionBar.EMPTY));
  }

  private void warmUp() {
    for (int i = 0; i < 99; i++) {
      assertThat(bar(2, 99, 101, 1, -1).isWarmup()).isTrue();
    }
  }

  @Test
  void followsTheAggressorsWhileTheSpreadIsCompressed() {
    warmUp();
    // Four buyers and one seller: (4 - 1) / 5. All spreads are 2, so 2 is compressed, but 0.6 is
    // not above 0.6.
    Signal even = bar(2, 99, 101, 1, 1, 1, -1, 1);
    assertThat(says(even)).isEqualTo("HOLD 0.0");
    assertThat(even.attributes()[0]).isEqualTo(0.6);
    Signal buy = bar(2, 99, 101, 1, 1, 1, 1, 1);
    assertThat(says(buy)).isEqualTo("BUY 1.0");
    assertThat(buy.confidence()).isEqualTo(1);
    assertThat(buy.attributes()[1]).isEqualTo(2);
    assertThat(buy.attributes()[2]).isEqualTo(2);
    assertThat(buy.attributes()[4]).isCloseTo(1, within(1e-12));
    assertThat(says(bar(2, 99, 101, -1, -1, -1, -1, -1))).isEqualTo("SELL -1.0");
    // A spread of 3 is above the 0.2-quantile (2) of the last ten.
    Signal wide = bar(2, 98, 101, -1);
    assertThat(says(wide)).isEqualTo("HOLD 0.0");
    assertThat(wide.confidence()).isEqualTo(1);
  }

  @Test
  void theWindowOfTradesReachesAcrossBars() {
    warmUp();
    bar(2, 99, 101, 1, 1);
    bar(2, 99, 101, 1, 1);
    assertThat(says(bar(2, 99, 101, 1))).isEqualTo("BUY 1.0");
    assertThat(says(bar(2, 99, 101))).as("no new trade").isEqualTo("BUY 1.0");
  }

  @Test
  void aBurstOfQuotesIsTestedFirst() {
    warmUp();
    bar(2, 99, 101, 1, 1, 1, 1, 1);
    assertThat(says(bar(10, 99, 101))).as("5 times the median of 2").isEqualTo("BUY 1.0");
    Signal burst = bar(11, 99, 101);
    assertThat(says(burst)).isEqualTo("HOLD QUOTE_STUFFING 0.0");
    assertThat(burst.attributes()[2]).isEqualTo(11);
  }

  @Test
  void spreadsOfOneTickAreEqualWhateverTheirRounding() {
    // 100.3 - 100.2 and 100.2 - 100.1 differ in the last bits, by both signs.
    double larger = Math.max(100.3 - 100.2, 100.2 - 100.1);
    assertThat(100.3 - 100.2).isNotEqualTo(100.2 - 100.1);
    boolean firstIsLarger = larger == 100.3 - 100.2;
    warmUp();
    for (int i = 0; i < 10; i++) {
      bar(2, firstIsLarger ? 100.1 : 100.2, firstIsLarger ? 100.2 : 100.3, 1, 1, 1, 1, 1);
    }
    Signal signal =
        bar(1, firstIsLarger ? 100.2 : 100.1, firstIsLarger ? 100.3 : 100.2, 1, 1, 1, 1, 1);
    assertThat(signal.attributes()[1]).isEqualTo(larger);
    assertThat(says(signal)).isEqualTo("BUY 1.0");
  }

  @Test
  void withoutTicksItStaysInWarmUp() {
    for (int i = 0; i < 300; i++) {
      assertThat(run.flat(100).isWarmup()).isTrue();
    }
  }

  @Test
  void oneSidedQuotesHaveNoSpread() {
    warmUp();
    Signal signal = bar(2, 99, 101, 1, 1, 1, 1, 1);
    TickFold fold = new TickFold(5, 10);
    fold.add(Tick.quote("S", time, new double[0], new double[] {150, 1}), classifier);
    time += 1000;
    fold.close(time, null);
    Signal next =
        run.on(new MarketBar(new Bar("S", time, 100, 100, 100, 100, 1), fold, OptionBar.EMPTY));
    assertThat(next.attributes()[1]).isEqualTo(signal.attributes()[1]);
    assertThat(next.attributes()[2]).as("it counts as a quote").isEqualTo(1);
  }

  @Test
  void asksForTheTicksThatItsWindowsHold() {
    Microstructure strategy = new Microstructure();
    Parameters parameters = Run.firstEdition(strategy, Map.of("tick_window", 7.0, "history", 70.0));
    assertThat(strategy.tradeCapacity(parameters)).isEqualTo(7);
    assertThat(strategy.quoteCapacity(parameters)).isEqualTo(70);
  }
}
