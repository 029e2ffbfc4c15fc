package io.mirrorcore.strategy.flow;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.kit.RandomMarket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiquidityFlowTest {

  private final Run run =
      Run.first(new LiquidityFlow(), Map.of("depth_levels", 1.0, "rank_window", 2.0));
  private long time;

  /** A bar in which one book of one level stood. */
  private Signal book(double bid, double bidSize, double ask, double askSize) {
    return bar(Tick.quote("S", time, new double[] {bid, bidSize}, new double[] {ask, askSize}));
  }

  private Signal bar(Tick... ticks) {
    TickFold fold = new TickFold(0, 0);
    TradeClassifier classifier = new TradeClassifier();
    for (Tick tick : ticks) {
      fold.add(tick, classifier);
    }
    time += 1000;
    fold.close(time, null);
    return run.on(new MarketBar(new Bar("S", time, 100, 100, 100, 100, 1), fold, OptionBar.EMPTY));
  }

  @Test
  void followsTheHeavierSideOfALiquidBookByHand() {
    assertThat(book(99, 10, 101, 10).isWarmup()).isTrue();
    // Depth 100 ranks 1 of two, spread 1 / 100 ranks 1/2: liquidity (1 + 1 - 1/2) / 2 = 0.75.
    Signal buy = book(99.5, 90, 100.5, 10);
    assertThat(says(buy)).isEqualTo("BUY 1.0");
    assertThat(buy.confidence()).isCloseTo(0.8, within(1e-15));
    assertThat(buy.attributes()[0]).isCloseTo(0.8, within(1e-15));
    assertThat(buy.attributes()[1]).isEqualTo(0.75);
    assertThat(buy.attributes()[2]).isEqualTo(100);
    assertThat(buy.attributes()[3]).isCloseTo(0.01, within(1e-15));
    assertThat(says(book(99.6, 10, 100.4, 110))).isEqualTo("SELL -1.0");
    // Shallower and wider than the bar before: (1/2 + 1 - 1) / 2.
    Signal illiquid = book(99, 90, 101, 10);
    assertThat(says(illiquid)).isEqualTo("HOLD 0.0");
    assertThat(illiquid.attributes()[1]).isEqualTo(0.25);
    // Liquid, but balanced within the threshold.
    assertThat(says(book(99.5, 120, 100.5, 40))).isEqualTo("HOLD 0.0");
  }

  @Test
  void withoutABookItSaysSoAndTheRanksStandStill() {
    assertThat(says(bar())).isEqualTo("HOLD NO_BOOK 0.0");
    Signal oneSided = bar(Tick.quote("S", time, new double[0], new double[] {101, 5}));
    assertThat(says(oneSided)).isEqualTo("HOLD NO_BOOK 0.0");
    assertThat(book(99, 10, 101, 10).isWarmup()).isTrue();
    bar();
    assertThat(says(book(99.5, 90, 100.5, 10))).isEqualTo("BUY 1.0");
  }

  @Test
  void aBookOfSizesZeroIsNeutral() {
    book(99, 10, 101, 10);
    Signal signal = book(99, 0, 101, 0);
    assertThat(says(signal)).isEqualTo("HOLD 0.0");
    assertThat(signal.attributes()[0]).isZero();
  }

  @Test
  void holdsDuringWarmUp() {
    Run defaults = Run.first(new LiquidityFlow());
    RandomMarket market = new RandomMarket("S", 1, 0, 0);
    int books = 0;
    for (int i = 0; i < 300; i++) {
      MarketBar bar = market.next();
      books += bar.ticks().hasBook() ? 1 : 0;
      Signal signal = defaults.on(bar);
      if (bar.ticks().hasBook()) {
        assertThat(signal.isWarmup()).isEqualTo(books < 100);
      }
    }
    assertThat(books).isGreaterThan(150);
  }
}
