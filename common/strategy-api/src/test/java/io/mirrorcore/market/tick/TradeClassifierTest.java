package io.mirrorcore.market.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.state.Saved;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TradeClassifierTest {

  private final TradeClassifier classifier = new TradeClassifier();

  private int classify(long time, double price) {
    return classifier.classify(Tick.trade("S", time, price, 1, Aggressor.UNKNOWN));
  }

  @Test
  void aTradeAboveTheMidIsABuyersAndBelowItASellers() {
    classifier.onQuote(10, 100);
    assertThat(classify(11, 100.5)).isEqualTo(1);
    assertThat(classify(11, 99.5)).isEqualTo(-1);
  }

  @Test
  void theQuoteOfTheSameMillisecondIsTheTradesOwnDoing() {
    classifier.onQuote(10, 100);
    classifier.onQuote(20, 101);
    assertThat(classifier.midBefore(20)).isEqualTo(100);
    assertThat(classifier.midBefore(21)).isEqualTo(101);
    assertThat(classify(20, 100.5)).isEqualTo(1);
    assertThat(classify(21, 100.5)).isEqualTo(-1);
  }

  @Test
  void theLastQuoteOfAMillisecondStands() {
    classifier.onQuote(10, 100);
    classifier.onQuote(10, 102);
    assertThat(classifier.midBefore(11)).isEqualTo(102);
    assertThat(classifier.midBefore(10)).isNaN();
  }

  @Test
  void atTheMidTheLastChangeOfPriceDecidesAndCarriesOver() {
    classifier.onQuote(1, 100);
    assertThat(classify(2, 100)).as("nothing known yet").isZero();
    assertThat(classify(3, 101)).isEqualTo(1);
    assertThat(classify(4, 100)).as("down tick at the mid").isEqualTo(-1);
    assertThat(classify(5, 100)).as("unchanged price").isEqualTo(-1);
    assertThat(classify(6, 99)).isEqualTo(-1);
    assertThat(classify(7, 100)).as("up tick at the mid").isEqualTo(1);
  }

  @Test
  void withoutAQuoteTheTickTestDecides() {
    assertThat(classify(1, 100)).isZero();
    assertThat(classify(2, 100)).isZero();
    assertThat(classify(3, 99)).isEqualTo(-1);
    assertThat(classify(4, 99)).isEqualTo(-1);
    assertThat(classify(5, 99.5)).isEqualTo(1);
  }

  @Test
  void aVenueThatNamesTheAggressorIsBelieved() {
    classifier.onQuote(1, 100);
    assertThat(classifier.classify(Tick.trade("S", 2, 101, 1, Aggressor.SELL))).isEqualTo(-1);
    assertThat(classifier.classify(Tick.trade("S", 2, 99, 1, Aggressor.BUY))).isEqualTo(1);
    // The tick test still knows the prices of those trades.
    assertThat(classify(3, 100)).isEqualTo(1);
  }

  @Test
  void aTradeMayArriveAfterQuotesThatFollowedIt() {
    for (int i = 1; i <= 2 * TradeClassifier.QUOTE_TIMES; i++) {
      classifier.onQuote(i, i);
    }
    int last = 2 * TradeClassifier.QUOTE_TIMES;
    assertThat(classifier.midBefore(last - 100)).isEqualTo(last - 101);
    assertThat(classifier.midBefore(last - TradeClassifier.QUOTE_TIMES)).as("forgotten").isNaN();
    classifier.onQuote(5, 77);
    assertThat(classifier.midBefore(last + 1)).as("an old quote is ignored").isEqualTo(last);
  }

  @Test
  void loadsWhatItSaved() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      classifier.onQuote(i, 100 + random.nextInt(3));
      classify(i, 100 + random.nextInt(3));
    }
    TradeClassifier copy = Saved.copy(classifier, new TradeClassifier());
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(classifier));
    for (int i = 1000; i < 1500; i++) {
      classifier.onQuote(i, 100 + i % 3);
      copy.onQuote(i, 100 + i % 3);
      Tick trade =
          Tick.trade("S", i - random.nextInt(300), 100 + random.nextInt(3), 1, Aggressor.UNKNOWN);
      assertThat(copy.classify(trade)).isEqualTo(classifier.classify(trade));
    }
  }
}
