package io.mirrorcore.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.config.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StressOptionsTest {

  private static List<Stress> asked(String... arguments) {
    StressOptions options = new StressOptions();
    CommandLine.populateCommand(options, arguments);
    return options.asked(false, Settings.defaults());
  }

  @Test
  void nothingIsAskedByDefault() {
    assertThat(asked()).isEmpty();
  }

  @Test
  void everyValueIsAStressOfItsOwn() {
    assertThat(asked("--delay-bars", "1,3", "--costs", "2bp,0.05%,0.001", "--financing", "-1%"))
        .containsExactly(
            Stress.delay(1),
            Stress.delay(3),
            Stress.cost("2bp", 0.0002),
            Stress.cost("0.05%", 0.0005),
            Stress.cost("0.001", 0.001),
            Stress.financing("-1%", -0.01));
  }

  @Test
  void whatCannotBeUsedIsSaid() {
    assertThatThrownBy(() -> asked("--delay-bars", "0"))
        .isInstanceOf(BacktestException.class)
        .hasMessage("--delay-bars must be 1 to 10000 bars; have 0");
    assertThatThrownBy(() -> asked("--costs", "20%"))
        .hasMessage("--costs must be 0 to 0.1 of the traded value; have 20%");
    assertThatThrownBy(() -> asked("--costs", "cheap"))
        .hasMessage("--costs must be a share like 2bp, 0.02% or 0.0002; have cheap");
  }

  @Test
  void strategyReturnsKnowNothingOfTrades() {
    StressOptions options = new StressOptions();
    CommandLine.populateCommand(options, "--delay-bars", "1");
    assertThatThrownBy(() -> options.asked(true, Settings.defaults()))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("need prices");
  }

  @Test
  void fundsOfStrategiesHaveNoPositionsToTradeLater() {
    StressOptions options = new StressOptions();
    CommandLine.populateCommand(options, "--costs", "2bp");
    Settings asInTheFirstRelease = Settings.defaults().with("backtest.accounting", "by-strategy");
    assertThatThrownBy(() -> options.asked(false, asInTheFirstRelease))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("backtest.accounting: by-strategy");
  }
}
