package io.mirrorcore.market.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import org.junit.jupiter.api.Test;

class BookAverageTest {

  private static final double NEAR = 1e-15;
  private static final double[] NONE = {};

  private final BookAverage book = new BookAverage();

  private static double[] level(double... pricesAndSizes) {
    return pricesAndSizes;
  }

  @Test
  void weighsEachBookByTheTimeThatItStood() {
    // 3 ms of imbalance (30 - 10)/40 = 0.5 and 1 ms of (10 - 30)/40 = -0.5.
    book.onQuote(Tick.quote("S", 1000, level(99, 30), level(101, 10)));
    book.onQuote(Tick.quote("S", 1003, level(99.5, 10), level(100.5, 30)));
    book.advance(1004);
    assertThat(book.seen()).isTrue();
    assertThat(book.imbalance(1)).isCloseTo((3 * 0.5 - 0.5) / 4, within(NEAR));
    assertThat(book.depth(1)).isEqualTo(40);
    assertThat(book.relativeSpread()).isCloseTo((3 * 0.02 + 0.01) / 4, within(NEAR));
  }

  @Test
  void sumsTheFirstLevelsAndTakesMissingOnesForEmpty() {
    book.onQuote(Tick.quote("S", 0, level(99, 4, 98, 2), level(101, 4)));
    book.advance(10);
    assertThat(book.imbalance(1)).isZero();
    assertThat(book.depth(1)).isEqualTo(8);
    assertThat(book.imbalance(2)).isCloseTo(0.2, within(NEAR));
    assertThat(book.depth(2)).isEqualTo(10);
    assertThat(book.depth(10)).isEqualTo(10);
  }

  @Test
  void theClockStandsStillWhileOneSideIsEmpty() {
    book.onQuote(Tick.quote("S", 0, level(99, 3), level(101, 1)));
    book.onQuote(Tick.quote("S", 2, level(99, 3), NONE));
    book.onQuote(Tick.quote("S", 50, level(99, 1), level(101, 3)));
    book.advance(52);
    // 2 ms of 0.5 and 2 ms of -0.5; the 48 ms in between do not count.
    assertThat(book.imbalance(1)).isZero();
  }

  @Test
  void aOneSidedBookAloneIsNoBook() {
    book.onQuote(Tick.quote("S", 0, NONE, level(101, 1)));
    book.advance(10);
    assertThat(book.seen()).isFalse();
    assertThat(book.imbalance(5)).isZero();
    assertThat(book.depth(5)).isZero();
    assertThat(book.relativeSpread()).isZero();
  }

  @Test
  void aBookThatStoodForNoTimeCountsAsItIs() {
    book.onQuote(Tick.quote("S", 10, level(99, 3), level(101, 1)));
    book.advance(10);
    assertThat(book.imbalance(1)).isEqualTo(0.5);
    assertThat(book.relativeSpread()).isEqualTo(0.02);
  }

  @Test
  void aQuoteOlderThanTheStandingOneIsIgnored() {
    book.onQuote(Tick.quote("S", 10, level(99, 3), level(101, 1)));
    book.onQuote(Tick.quote("S", 5, level(99, 1), level(101, 3)));
    book.advance(20);
    assertThat(book.imbalance(1)).isEqualTo(0.5);
  }

  @Test
  void aBookOfSizesZeroIsBalanced() {
    book.onQuote(Tick.quote("S", 0, level(99, 0), level(101, 0)));
    book.advance(1);
    assertThat(book.imbalance(1)).isZero();
  }

  @Test
  void noSizeIsTooLarge() {
    double[] absurd = level(99, Double.MAX_VALUE, 98, Double.MAX_VALUE);
    book.onQuote(Tick.quote("S", 0, absurd, level(101, Double.MAX_VALUE)));
    book.advance(60_000);
    assertThat(book.imbalance(1)).isZero();
    assertThat(book.imbalance(2)).isCloseTo(1 / 3.0, within(NEAR));
    assertThat(book.depth(2)).isFinite();
  }

  @Test
  void loadsWhatItSaved() {
    book.onQuote(Tick.quote("S", 0, level(99, 3, 98, 7), level(101, 1)));
    book.onQuote(Tick.quote("S", 7, level(99, 2), level(100, 9)));
    BookAverage copy = Saved.copy(book, new BookAverage());
    book.advance(11);
    copy.advance(11);
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(book));
    assertThat(copy.imbalance(3)).isEqualTo(book.imbalance(3)).isNotZero();
  }
}
