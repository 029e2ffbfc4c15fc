package io.mirrorcore.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CapitalTest {

  /** 1 % owed, then +5 %: 0.99 * 1.05 = 1.0395; 0.2 % owed of that, then +10 %. */
  @Test
  void whatIsOwedIsPaidInTheNextBar() {
    Capital capital = new Capital();
    capital.owe(0.01);
    assertThat(capital.unpaid()).isEqualTo(0.01);
    assertThat(capital.earn(0.05)).isCloseTo(0.0395, within(1e-15));
    assertThat(capital.value()).isCloseTo(1.0395, within(1e-15));
    capital.owe(0.002);
    assertThat(capital.unpaid()).isCloseTo(0.002079, within(1e-15));
    assertThat(capital.earn(0.1)).isCloseTo(0.0978, within(1e-15));
  }

  @Test
  void whereNothingIsOwedTheReturnIsKeptToTheBit() {
    Capital capital = new Capital();
    capital.earn(0.3);
    assertThat(capital.earn(0.07)).isEqualTo(0.07);
  }

  @Test
  void aLossOfEverythingIsFinal() {
    Capital capital = new Capital();
    assertThat(capital.earn(-1.2)).isEqualTo(-1);
    assertThat(capital.value()).isZero();
    assertThat(capital.earn(9)).isZero();
    assertThat(capital.value()).isZero();
  }
}
