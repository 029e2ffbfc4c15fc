package io.mirrorcore.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.portfolio.alert.Drawdown;
import io.mirrorcore.portfolio.alert.ReturnDivergence;
import io.mirrorcore.portfolio.ensemble.EventSeed;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.ConfidenceRule;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.ResamplingSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallPartsTest {

  @Test
  void seedsAreThoseOfTheWrittenDownHash() {
    // Computed by an independent implementation in Python.
    assertThat(EventSeed.of("main", 1_700_000_000_000L)).isEqualTo(0x8bb6a727593253b6L);
    assertThat(EventSeed.of("main", 1_700_000_000_001L)).isEqualTo(0x87bd94baacf2d529L);
    assertThat(EventSeed.of("", 0)).isEqualTo(0xffb6eec3623eee72L);
  }

  @Test
  void drawdownIsWhatIsLostOfThePeak() {
    Drawdown drawdown = new Drawdown();
    drawdown.add(0.25);
    drawdown.add(-0.2);
    drawdown.add(-0.2);
    assertThat(drawdown.equity()).isCloseTo(0.8, within(1e-15));
    Drawdown restored = Restored.from(drawdown, new Drawdown());
    assertThat(restored.value()).isCloseTo(0.36, within(1e-15));
    restored.add(-3);
    restored.add(1);
    assertThat(restored.value()).isEqualTo(1);
  }

  @Test
  void divergenceIsSilentUntilAWholeWindowWasRun() {
    ReturnDivergence divergence = new ReturnDivergence(2);
    divergence.add(0.01, -0.04);
    assertThat(divergence.value()).isZero();
    divergence.add(0.01, 0);
    assertThat(divergence.value()).isCloseTo(0.06, within(1e-15));
    ReturnDivergence restored = Restored.from(divergence, new ReturnDivergence(2));
    restored.add(0.01, 0);
    assertThat(restored.value()).isCloseTo(0.02, within(1e-15));
  }

  @Test
  void recordsHoldSortedMapsAndNoNumberThatJsonLacks() {
    TargetPositions positions =
        new TargetPositions("demo", 1, Map.of("B", -0.0, "A", 1.0, "C", 2.0), 3, -0.0, "alive");
    assertThat(positions.positions().keySet()).containsExactly("A", "B", "C");
    assertThat(Double.doubleToRawLongBits(positions.positions().get("B"))).isZero();
    assertThat(Double.doubleToRawLongBits(positions.net())).isZero();
    assertThatThrownBy(() -> new TargetPositions("demo", 1, Map.of("A", Double.NaN), 0, 0, "alive"))
        .hasMessageContaining("NaN");
  }

  @Test
  void settingsRejectWhatMakesNoSense() {
    assertThatThrownBy(() -> new GateSettings(Double.NaN, 0.8, 0.01, 2))
        .hasMessageContaining("turnover-below");
    assertThatThrownBy(() -> new ResamplingSettings(1, 0.8, 5, ConfidenceRule.LEFT_OUT))
        .hasMessageContaining("samples");
    assertThatThrownBy(() -> EnsembleSettings.defaults(0, 252))
        .hasMessage("bars-per-day must be positive and finite; have 0.0");
    assertThatThrownBy(() -> new AlertSettings(0.5, 1e6, 0.3, 0.01, 0.2, 0.1, 5, 10, 0.5, 0.9, 0))
        .hasMessageContaining("drawdown-error");
  }
}
