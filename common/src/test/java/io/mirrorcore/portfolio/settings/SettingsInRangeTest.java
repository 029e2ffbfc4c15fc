package io.mirrorcore.portfolio.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.portfolio.settings.GateSettings.Remainders;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is out of its range is refused by its name, at the edges of the range too. */
class SettingsInRangeTest {

  private static void refused(String name, ThrowingCallable made) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "turnover-below, 0, 0.8, 0.01, 2, 0.5",
    "turnover-below, 2.1, 0.8, 0.01, 2, 0.5",
    "turnover-below, NaN, 0.8, 0.01, 2, 0.5",
    "confidence-above, 0.1, -0.1, 0.01, 2, 0.5",
    "confidence-above, 0.1, 1.1, 0.01, 2, 0.5",
    "trade-threshold, 0.1, 0.8, -0.01, 2, 0.5",
    "trade-threshold, 0.1, 0.8, 1, 2, 0.5",
    "partial-after, 0.1, 0.8, 0.01, 0, 0.5",
    "partial-above, 0.1, 0.8, 0.01, 2, -0.1",
    "partial-above, 0.1, 0.8, 0.01, 2, 1.1",
  })
  void theGate(
      String name, double turnover, double confidence, double trade, int after, double above) {
    refused(
        name, () -> new GateSettings(turnover, confidence, trade, after, above, Remainders.WAIT));
  }

  @Test
  void theEdgesOfTheGateAreIn() {
    GateSettings open = new GateSettings(2, 0, 0, 1, 0, Remainders.APPLY);
    assertThat(open.appliesAll()).isTrue();
    assertThat(open.isWorthPart(Double.NaN)).as("whatever the confidence").isTrue();
    assertThat(GateSettings.defaults().appliesAll()).isFalse();
    assertThat(GateSettings.defaults().isWorthPart(0.5)).isFalse();
    assertThat(GateSettings.defaults().isWorthPart(0.51)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "sharpe-below, NaN, 1e6, 0.1, 0.2, 5, 10, 0.5, 0.9, 0",
    "realised-sharpe-below, 0.5, 1e6, 0.1, 0.2, 5, 10, 0.5, 0.9, Infinity",
    "condition-above, 0.5, 0, 0.1, 0.2, 5, 10, 0.5, 0.9, 0",
    "condition-above, 0.5, Infinity, 0.1, 0.2, 5, 10, 0.5, 0.9, 0",
    "drawdown-warning, 0.5, 1e6, 0, 0.2, 5, 10, 0.5, 0.9, 0",
    "drawdown-error, 0.5, 1e6, 0.3, 0.2, 5, 10, 0.5, 0.9, 0",
    "drawdown-error, 0.5, 1e6, 0.3, 1.2, 5, 10, 0.5, 0.9, 0",
    "silent-bars, 0.5, 1e6, 0.1, 0.2, 0, 10, 0.5, 0.9, 0",
    "move-above, 0.5, 1e6, 0.1, 0.2, 5, -1, 0.5, 0.9, 0",
    "active-below, 0.5, 1e6, 0.1, 0.2, 5, 10, -0.1, 0.9, 0",
    "active-below, 0.5, 1e6, 0.1, 0.2, 5, 10, 1.1, 0.9, 0",
    "shrinkage-above, 0.5, 1e6, 0.1, 0.2, 5, 10, 0.5, -0.1, 0",
    "shrinkage-above, 0.5, 1e6, 0.1, 0.2, 5, 10, 0.5, 1.1, 0",
  })
  void theAlerts(
      String name,
      double sharpe,
      double condition,
      double warning,
      double error,
      int silent,
      double move,
      double active,
      double shrinkage,
      double realised) {
    refused(
        name,
        () ->
            new AlertSettings(
                sharpe, condition, 0.3, 0.01, warning, error, silent, move, active, shrinkage,
                realised));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void theOverlay(double wrong) {
    List<String> all = List.of();
    refused("smoothing", () -> new OverlaySettings(all, new TreeSet<>(), wrong, 0.1));
    refused("target", () -> new OverlaySettings(all, new TreeSet<>(), 20, wrong));
  }

  @Test
  void membersOfTheOverlayAreThoseAskedForButNeverTheMarket() {
    List<String> all = List.of("A", "B", "C", "HOLD");
    assertThat(OverlaySettings.defaults().members(all)).containsExactly("A", "B", "C");
    TreeSet<String> without = new TreeSet<>(List.of("B"));
    assertThat(new OverlaySettings(List.of("A", "B", "HOLD"), without, 20, 0.1).members(all))
        .containsExactly("A");
  }

  @Test
  void theStress() {
    refused("delay", () -> new Stress("x", -1, Double.NaN, 0));
    refused("cost", () -> new Stress("x", 0, -0.1, 0));
    refused("cost", () -> new Stress("x", 0, 1.1, 0));
    refused("financing", () -> new Stress("x", 0, Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(Stress.delay(1).name()).isEqualTo("1 bar later");
    assertThat(Stress.delay(3).name()).isEqualTo("3 bars later");
  }
}
