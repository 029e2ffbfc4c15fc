package io.mirrorcore.market.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Saved;
import org.junit.jupiter.api.Test;

class TickFoldTest {

  private static final double[] NONE = {};

  private final TradeClassifier classifier = new TradeClassifier();

  private static Tick trade(long time, double price, double size) {
    return Tick.trade("S", time, price, size, Aggressor.UNKNOWN);
  }

  private static Tick quote(long time, double bid, double ask) {
    return Tick.quote("S", time, new double[] {bid, 3}, new double[] {ask, 1});
  }

  private TickFold fold(int trades, int quotes, Tick... ticks) {
    TickFold fold = new TickFold(trades, quotes);
    for (Tick tick : ticks) {
      fold.add(tick, classifier);
    }
    return fold;
  }

  @Test
  void signsTradesAndKeepsTheMidsTheyMet() {
    TickFold fold =
        fold(
            10,
            10,
            trade(1, 100, 5), // no quote, no earlier price: unknown
            quote(2, 99, 101),
            trade(3, 101, 2),
            quote(4, 98, 100),
            trade(4, 99.5, 7)); // met the quote of time 2: below 100
    assertThat(fold.trades()).isEqualTo(3);
    assertThat(fold.signedSize(0)).isZero();
    assertThat(fold.mid(0)).isNaN();
    assertThat(fold.signedSize(1)).isEqualTo(2);
    assertThat(fold.mid(1)).isEqualTo(100);
    assertThat(fold.signedSize(2)).isEqualTo(-7);
    assertThat(fold.mid(2)).isEqualTo(100);
  }

  @Test
  void countsEveryQuoteButMeasuresTwoSidedOnesOnly() {
    TickFold fold =
        fold(
            0,
            10,
            quote(1, 99, 101),
            Tick.quote("S", 2, NONE, new double[] {101, 1}),
            quote(3, 99, 100));
    assertThat(fold.quotes()).isEqualTo(3);
    assertThat(fold.spreads()).isEqualTo(2);
    assertThat(fold.spread(0)).isEqualTo(2);
    assertThat(fold.spread(1)).isEqualTo(1);
    assertThat(fold.hasBook()).isTrue();
    assertThat(fold.imbalance(1)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void keepsTheNewestWithinItsCapacity() {
    TickFold fold = fold(2, 1, quote(1, 99, 101), quote(2, 99, 100), trade(3, 100, 1));
    fold.add(trade(4, 100, 2), classifier);
    fold.add(trade(5, 100, 4), classifier);
    assertThat(fold.trades()).isEqualTo(2);
    assertThat(fold.signedSize(0)).isEqualTo(2);
    assertThat(fold.signedSize(1)).isEqualTo(4);
    assertThat(fold.spreads()).isEqualTo(1);
    assertThat(fold.spread(0)).isEqualTo(1);
  }

  @Test
  void tradesOfAnIntervalWithoutABarComeBeforeItsOwn() {
    TickFold earlier = fold(3, 3, quote(1, 99, 101), trade(2, 101, 1), trade(3, 101, 2));
    TickFold fold = fold(3, 3, quote(11, 99, 100), trade(12, 100, 3), trade(13, 100, 4));
    fold.close(20, earlier);
    assertThat(fold.trades()).isEqualTo(3);
    assertThat(fold.signedSize(0)).isEqualTo(2);
    assertThat(fold.signedSize(1)).isEqualTo(3);
    assertThat(fold.signedSize(2)).isEqualTo(4);
    assertThat(fold.spreads()).isEqualTo(2);
    assertThat(fold.spread(0)).isEqualTo(2);
    assertThat(fold.quotes()).as("of the bar's own interval").isEqualTo(1);
    assertThat(fold.relativeSpread()).isCloseTo(1 / 99.5, within(1e-15));
  }

  @Test
  void makesABarOfItsTrades() {
    TickFold fold =
        fold(1, 1, trade(1, 100, 1), trade(2, 104, 2), trade(3, 97, 3), trade(4, 101, 4));
    assertThat(fold.hasTrades()).isTrue();
    assertThat(fold.bar("S", 10)).isEqualTo(new Bar("S", 10, 100, 104, 97, 101, 10));
  }

  @Test
  void theVolumeOfABarStaysFinite() {
    TickFold fold = fold(0, 0, trade(1, 10, Double.MAX_VALUE), trade(2, 10, Double.MAX_VALUE));
    assertThat(fold.bar("S", 5).volume()).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void withoutATradeThereIsNoBar() {
    TickFold fold = fold(1, 1, quote(1, 99, 101));
    assertThat(fold.hasTrades()).isFalse();
    assertThatThrownBy(() -> fold.bar("S", 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no trade of S in the bar closing at 10");
  }

  @Test
  void theEmptyBarSaysNothing() {
    assertThat(TickBar.EMPTY.hasBook()).isFalse();
    assertThat(TickBar.EMPTY.quotes()).isZero();
    assertThat(TickBar.EMPTY.trades()).isZero();
    assertThat(TickBar.EMPTY.spreads()).isZero();
    assertThat(TickBar.EMPTY.imbalance(Tick.MAX_LEVELS)).isZero();
  }

  @Test
  void loadsWhatItSaved() {
    TickFold fold =
        fold(2, 2, quote(1, 99, 101), trade(2, 101, 5), quote(3, 98, 100), trade(4, 98, 1));
    TickFold copy = Saved.copy(fold, new TickFold(2, 2));
    fold.close(9, null);
    copy.close(9, null);
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(fold));
    assertThat(copy.bar("S", 9)).isEqualTo(fold.bar("S", 9));
    assertThat(copy.signedSize(1)).isEqualTo(-1);
  }

  @Test
  void movedPricesKeepSizesAndImbalance() {
    TickFold fold = new TickFold(10, 10, true);
    fold.add(quote(1, 99, 101), classifier);
    fold.add(trade(2, 101, 5), classifier);
    fold.close(10, null);
    double imbalance = fold.imbalance(1);
    fold.move(0.5, -60);
    assertThat(fold.mid(0)).isEqualTo(-10);
    assertThat(fold.spread(0)).isEqualTo(1);
    assertThat(fold.absoluteSpread()).isEqualTo(1);
    assertThat(fold.signedSize(0)).isEqualTo(5);
    assertThat(fold.imbalance(1)).isEqualTo(imbalance);
  }
}
