package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import org.junit.jupiter.api.Test;

class VolatilityNormaliserTest {

  @Test
  void dividesByTheVolatilityBeforeByHand() {
    VolatilityNormaliser normaliser = new VolatilityNormaliser(1, 100);
    assertThat(normaliser.next(2)).isZero(); // nothing is known yet
    assertThat(normaliser.next(3)).isEqualTo(1.5); // sigma = 2
    // sigma^2 = (9 + 4 / 2) / (1 + 1 / 2)
    assertThat(normaliser.next(-1)).isCloseTo(-Math.sqrt(3 / 22.0), within(1e-15));
  }

  @Test
  void clipsWhatIsFarOut() {
    VolatilityNormaliser normaliser = new VolatilityNormaliser(10, 1.5);
    normaliser.next(1);
    assertThat(normaliser.next(-8)).isEqualTo(-1.5);
    assertThat(normaliser.next(1e300)).isEqualTo(1.5);
  }

  @Test
  void isReadyWhenWhatCameBeforeWouldWeighLessThanAHundredth() {
    VolatilityNormaliser normaliser = new VolatilityNormaliser(10, 1.5);
    for (int seen = 0; seen < 67; seen++) {
      assertThat(normaliser.isReady()).isFalse();
      normaliser.next(1); // 0.5^(67 / 10) = 0.0096
    }
    assertThat(normaliser.isReady()).isTrue();
  }

  @Test
  void saysNothingWhereNothingMoved() {
    VolatilityNormaliser normaliser = new VolatilityNormaliser(10, 1.5);
    normaliser.next(0);
    assertThat(normaliser.next(0)).isZero();
    assertThat(normaliser.next(5)).isZero();
  }

  @Test
  void goesOnAsSavedAndRefusesWhatMeansNothing() {
    VolatilityNormaliser normaliser = new VolatilityNormaliser(10, 1.5);
    normaliser.next(0.3);
    normaliser.next(-0.2);
    VolatilityNormaliser copy = Saved.copy(normaliser, new VolatilityNormaliser(10, 1.5));
    assertThat(copy.next(0.1)).isEqualTo(normaliser.next(0.1));
    assertThatThrownBy(() -> new VolatilityNormaliser(0, 1)).hasMessageContaining("halfLife");
    assertThatThrownBy(() -> new VolatilityNormaliser(1, Double.NaN)).hasMessageContaining("clip");
  }
}
