package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sectors of a portfolio, and parameters of strategies that are no numbers. */
class SectorSettingsTest {

  private static final String TOLD =
      """
      portfolios:
        main:
          symbols: ["*"]
          sectors:
            tech: [NQ, "Q*"]
            broad: ES
        other: [SPY]
      strategies:
        CAUSALITY_DETECTOR:
          leaders: [ES, N*]
        CORRELATION_MATRIX:
          lead: granger
      """;

  private static List<String> texts(Settings settings, String id) {
    ConfiguredStrategy configured =
        settings.strategies().stream()
            .filter(s -> s.strategy().id().equals(id))
            .findFirst()
            .orElseThrow();
    Strategy strategy = configured.strategy();
    return configured.parameters().texts(strategy.texts(Edition.SECOND).get(0));
  }

  @Test
  void areReadAndPrintedAsTheyWereGiven() {
    Settings settings = Settings.parse(TOLD, "test");
    Settings again = Settings.parse(SettingsPrinter.print(settings), "printed");
    for (Settings either : List.of(settings, again)) {
      assertThat(texts(either, "CAUSALITY_DETECTOR")).containsExactly("ES", "N*");
      assertThat(texts(either, "CORRELATION_MATRIX")).containsExactly("granger");
      assertThat(either.portfolios().names()).containsExactly("main", "other");
      StrategyPlan plan = StrategyPlan.of(either);
      assertThat(plan.sectors("main").of("QQQ")).hasValue("tech");
      assertThat(plan.sectors("main").of("ES")).hasValue("broad");
      assertThat(plan.sectors("main").of("SPY")).isEmpty();
      assertThat(plan.sectors("other").isEmpty()).isTrue();
      assertThat(plan.only("CORRELATION_MATRIX").sectors("main").isEmpty()).isFalse();
    }
  }

  @Test
  void byDefaultEverybodyMayLeadAndNoSectorIsTold() {
    Settings settings = Settings.defaults();
    assertThat(texts(settings, "CAUSALITY_DETECTOR")).containsExactly("*");
    assertThat(texts(settings, "CORRELATION_MATRIX")).containsExactly("correlation");
    assertThat(settings.sectors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strategies.CAUSALITY_DETECTOR.leaders|a b|must be a list of symbols or patterns",
        "strategies.CORRELATION_MATRIX.lead|both|must be one of correlation, granger",
        "strategies.CORRELATION_MATRIX.leads|granger|strategies.CORRELATION_MATRIX.lead",
        "portfolios.main.sectors.a b|ES|must be a sector with a name",
        "portfolios.main.sectors.tech|a b|must be a list of symbols",
        "portfolios.main.sector.tech|ES|is no option of a portfolio",
      })
  void whatCannotBeIsSaidToBeSo(String key, String value, String said) {
    Settings defaults = Settings.defaults();
    assertThatThrownBy(() -> defaults.with(key, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aSymbolOfTwoSectorsIsRefused() {
    assertThatThrownBy(
            () ->
                Settings.parse(
                    "portfolios: {main: {sectors: {tech: [NQ], broad: [ES, NQ]}}}", "test"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "portfolios.main.sectors.broad and portfolios.main.sectors.tech must not both have NQ");
  }

  @Test
  void theFirstEditionKnowsNeither() {
    assertThatThrownBy(
            () ->
                Settings.parse(
                    "compatibility: 0.1\nstrategies: {CORRELATION_MATRIX: {lead: granger}}",
                    "test"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("strategies.CORRELATION_MATRIX.lead is no option");
  }

  @Test
  void aShortLeadWindowIsTooShortForTheTest() {
    Settings granger = Settings.defaults().with("strategies.CORRELATION_MATRIX.lead", "granger");
    assertThatThrownBy(() -> granger.with("strategies.CORRELATION_MATRIX.lead-window", 5))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("strategies.CORRELATION_MATRIX: lead-window must be at least 8");
  }
}
