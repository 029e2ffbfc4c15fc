package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Saved;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedReturnsTest {

  private final AlignedReturns returns = new AlignedReturns(3, 5);

  /** One close; a price of 0 means no bar. Symbols are A, B, ... */
  private void closes(double... prices) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      if (prices[i] > 0) {
        bars.add(bar(Character.toString('A' + i), prices[i]));
      }
    }
    returns.add(bars);
  }

  private static Bar bar(String symbol, double close) {
    return new Bar(symbol, 1, close, close, close, close, 1);
  }

  @Test
  void aMissingBarIsAnUnchangedPriceAndTheNextReturnCoversBoth() {
    closes(100, 100);
    closes(110, 110);
    closes(121, 0);
    assertThat(returns.participants()).isEmpty();
    closes(121, 121);
    assertThat(returns.participants()).containsExactly("A", "B");
    assertThat(numbers(returns.of("A")))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.1, 0.1, 0.0);
    assertThat(numbers(returns.of("B")))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.1, 0.0, 0.1);
  }

  private static double[] numbers(Window window) {
    double[] numbers = new double[window.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = window.get(i);
    }
    return numbers;
  }

  @Test
  void aSymbolThatLacksThisBarTakesNoPartNow() {
    for (int i = 0; i < 4; i++) {
      closes(100 + i, 50 + i);
    }
    closes(0, 60);
    assertThat(returns.participants()).containsExactly("B");
    closes(100, 60);
    assertThat(returns.participants()).containsExactly("A", "B");
  }

  @Test
  void aNewSymbolJoinsWhenItHasBeenKnownLongEnough() {
    for (int i = 0; i < 4; i++) {
      closes(100);
    }
    for (int i = 0; i < 3; i++) {
      closes(100, 50);
      assertThat(returns.participants()).containsExactly("A");
    }
    closes(100, 55);
    assertThat(returns.participants()).containsExactly("A", "B");
    assertThat(returns.of("B").newest()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void aSymbolUnseenForLongIsForgotten() {
    closes(100, 50);
    for (int i = 0; i < 4; i++) {
      closes(100);
    }
    assertThat(returns.size()).isEqualTo(2);
    closes(100);
    assertThat(returns.size()).isEqualTo(1);
    closes(100, 70);
    assertThat(returns.participants()).as("B begins anew").containsExactly("A");
  }

  @Test
  void theOrderOfBarsDoesNotMatter() {
    AlignedReturns other = new AlignedReturns(3, 5);
    for (int i = 1; i < 6; i++) {
      returns.add(List.of(bar("A", i), bar("B", 2 * i)));
      other.add(List.of(bar("B", 2 * i), bar("A", i)));
    }
    assertThat(Saved.bytes(other)).isEqualTo(Saved.bytes(returns));
  }

  @Test
  void loadsWhatItSaved() {
    for (int i = 1; i < 6; i++) {
      closes(i, i % 2, 3 * i);
    }
    AlignedReturns copy = Saved.copy(returns, new AlignedReturns(3, 5));
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(returns));
    assertThat(copy.participants()).isEqualTo(returns.participants()).isNotEmpty();
  }
}
