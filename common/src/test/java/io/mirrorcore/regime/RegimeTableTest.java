package io.mirrorcore.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegimeTableTest {

  private final RegimeTable table = RegimeTable.defaults();

  @Test
  void holdsInVolatileMarketsOnly() {
    for (Regime regime : Regime.values()) {
      assertThat(table.of(regime).hold()).isEqualTo(regime == Regime.VOLATILE);
    }
  }

  @Test
  void givesEachRegimeItsOwnPolicy() {
    assertThat(table.of(Regime.TRENDING).lambda()).isEqualTo(75);
    assertThat(table.of(Regime.RANGING).eta()).isEqualTo(0.045);
    assertThat(table.of(Regime.VOLATILE).cap()).isEqualTo(0.20);
    assertThat(table.of(Regime.MIXED).cadence()).isEqualTo(Cadence.parse("3d"));
  }

  @Test
  void rejectsNumbersThatMakeNoSense() {
    Cadence daily = Cadence.ofDays(1);
    assertThatThrownBy(() -> new RegimePolicy(Double.NaN, 0.1, 0.3, daily, false))
        .hasMessageContaining("lambda");
    assertThatThrownBy(() -> new RegimePolicy(75, -0.1, 0.3, daily, false))
        .hasMessageContaining("eta");
    assertThatThrownBy(() -> new RegimePolicy(75, 0.1, 1.7, daily, false))
        .hasMessage("cap must be in (0, 1]; have 1.7");
    assertThatThrownBy(() -> new RegimeSettings(20, 250, 20, 0.8, 0.1, 0.2, 3))
        .hasMessageContaining("trending-above");
    assertThatThrownBy(() -> new RegimeSettings(20, 250, 20, Double.NaN, 0.35, 0.2, 3))
        .hasMessageContaining("volatile-above");
  }
}
