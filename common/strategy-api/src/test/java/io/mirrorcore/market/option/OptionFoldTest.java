package io.mirrorcore.market.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.state.Saved;
import org.junit.jupiter.api.Test;

class OptionFoldTest {

  private static final OptionContract CALL = new OptionContract(1000, 100, OptionType.CALL);
  private static final OptionContract PUT = new OptionContract(1000, 100, OptionType.PUT);
  private static final OptionContract LATER = new OptionContract(2000, 50, OptionType.PUT);

  private static OptionPrint print(OptionContract contract, long time, double volume, double iv) {
    return new OptionPrint(
        "S", time, contract, 100, 1, 2, Double.NaN, volume, Double.NaN, iv, Double.NaN);
  }

  @Test
  void addsUpVolumesAndKeepsTheNewestPrintOfEachContractInOrder() {
    OptionFold fold = new OptionFold("S");
    fold.add(print(LATER, 1, 7, 0.5));
    fold.add(print(PUT, 2, 3, 0.3));
    fold.add(print(CALL, 3, 10, 0.2));
    fold.add(print(CALL, 5, 1, 0.25));
    fold.add(print(CALL, 4, 1, 0.1));
    OptionBar bar = fold.toBar();
    assertThat(bar.putVolume()).isEqualTo(10);
    assertThat(bar.callVolume()).isEqualTo(12);
    assertThat(bar.newest()).extracting(OptionPrint::contract).containsExactly(CALL, PUT, LATER);
    assertThat(bar.newest()).extracting(OptionPrint::iv).containsExactly(0.25, 0.3, 0.5);
  }

  @Test
  void ofTwoPrintsWithTheSameTimeTheLaterOnTheTopicIsTheNewer() {
    OptionFold fold = new OptionFold("S");
    fold.add(print(CALL, 3, 1, 0.2));
    fold.add(print(CALL, 3, 1, 0.4));
    assertThat(fold.toBar().newest()).extracting(OptionPrint::iv).containsExactly(0.4);
  }

  @Test
  void anEarlierIntervalsPrintsCountWhereThereIsNothingNewer() {
    OptionFold earlier = new OptionFold("S");
    earlier.add(print(CALL, 1, 5, 0.1));
    earlier.add(print(PUT, 2, 6, 0.2));
    OptionFold fold = new OptionFold("S");
    fold.add(print(CALL, 11, 1, 0.3));
    fold.addEarlier(earlier, 11);
    assertThat(fold.toBar().callVolume()).isEqualTo(6);
    assertThat(fold.toBar().putVolume()).isEqualTo(6);
    assertThat(fold.toBar().newest()).extracting(OptionPrint::iv).containsExactly(0.3, 0.2);
  }

  @Test
  void whatHasExpiredSinceIsNotCarriedOn() {
    OptionFold earlier = new OptionFold("S");
    earlier.add(print(CALL, 1, 5, 0.1));
    OptionFold fold = new OptionFold("S");
    fold.addEarlier(earlier, CALL.expiry());
    assertThat(fold.toBar().callVolume()).isEqualTo(5);
    assertThat(fold.toBar().newest()).isEmpty();
  }

  @Test
  void anOptionsValueIsTheMidOfATwoSidedQuoteElseTheLastPrice() {
    assertThat(priced(1, 2, 9).value()).isEqualTo(1.5);
    assertThat(priced(0, 2, 9).value()).isEqualTo(9);
    assertThat(priced(3, 2, 9).value()).isEqualTo(9);
    assertThat(priced(Double.NaN, Double.NaN, 9).value()).isEqualTo(9);
    assertThat(priced(Double.NaN, Double.NaN, Double.NaN).value()).isNaN();
  }

  private static OptionPrint priced(double bid, double ask, double price) {
    return new OptionPrint(
        "S", 1, CALL, 100, bid, ask, price, 0, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void loadsWhatItSaved() {
    OptionFold fold = new OptionFold("S");
    fold.add(print(LATER, 1, 7, 0.5));
    fold.add(priced(3, 4, 5));
    OptionFold copy = Saved.copy(fold, new OptionFold("S"));
    assertThat(copy.toBar()).isEqualTo(fold.toBar());
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(fold));
  }
}
