package io.mirrorcore.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FundsBookTest {

  private static final Sleeves TWO = new Sleeves(2, -1);

  private static EvaluatedBar bar(double first, double second, double cash) {
    return new EvaluatedBar(
        0, TWO, new double[] {first, second, cash}, new boolean[] {true, false}, null);
  }

  /**
   * Half and half, never traded again.
   *
   * <pre>
   *   bar 1   A +10 %, B 0 %:  R = 0.05           A = 0.55 / 1.05, B = 0.5 / 1.05
   *   bar 2   A +10 %, B 0 %:  R = 0.055 / 1.05   more than 0.05, since A has grown
   * </pre>
   */
  @Test
  void stakesDriftBetweenDueTimes() {
    FundsBook book = new FundsBook(TWO);
    double[] target = {0.5, 0.5};
    book.traded(target);
    book.decide(bar(0, 0, 0), target);
    assertThat(book.earned(bar(0.1, 0, 0), target).net()).isCloseTo(0.05, within(1e-15));
    book.decide(bar(0, 0, 0), target);
    assertThat(book.earned(bar(0.1, 0, 0), target).net()).isCloseTo(0.055 / 1.05, within(1e-15));

    book.traded(target);
    assertThat(book.earned(bar(0.1, 0, 0), target).net())
        .as("traded back to the same weights")
        .isCloseTo(0.05, within(1e-15));
  }

  @Test
  void cashEarnsItsOwnAndIsNoPosition() {
    FundsBook book = new FundsBook(TWO);
    book.traded(new double[] {0, 0.25, 0.75});
    Book.Earned earned = book.earned(bar(0.1, 0.2, 0.001), new double[] {0, 0.25, 0.75});
    assertThat(earned.net()).isCloseTo(0.05 + 0.00075, within(1e-15));
    assertThat(earned.positioned()).as("the second was not deployed").isFalse();
    assertThat(earned.knowsCost()).isFalse();
    assertThat(book.earned(bar(0, 0, 0), new double[] {0, 0.25, 0.75}).net()).isZero();
  }
}
