package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeclaredSymbolsTest {

  @Test
  void ofSeveralPatternsTheOneThatSaysMostCounts() {
    Settings settings =
        Settings.parse(
            """
            symbols:
              CL*:
                difference: 100
              CLK20.NYM:
                difference: 250.5
            """,
            "test.yaml");
    assertThat(settings.differences().of("CLM20")).contains(100.0);
    assertThat(settings.differences().of("CLK20.NYM")).contains(250.5);
    assertThat(settings.differences().of("IBM")).isEmpty();
    assertThat(settings.parser().isDifference("CLM20")).isTrue();
    assertThat(settings.parser().plain().unaligned().isDifference("CLM20")).isTrue();
  }

  @Test
  void whatIsPrintedSaysTheSame() {
    Settings settings = Settings.defaults().with("symbols.CL*.difference", "100");
    Settings again = Settings.parse(settings.print(), "printed");
    assertThat(again.differences()).isEqualTo(settings.differences());
    assertThat(Settings.defaults().print()).contains("under symbols.PATTERN these keys");
  }

  @Test
  void whatIsNoOptionOfSymbolsIsRefused() {
    assertThatThrownBy(() -> Settings.defaults().with("symbols.CL.differences", "100"))
        .hasMessageContaining("symbols.CL.differences is no option")
        .hasMessageContaining("symbols.PATTERN, a pattern of symbols, has difference, currency");
    assertThatThrownBy(() -> Settings.defaults().with("symbols.difference", "100"))
        .hasMessageContaining("symbols.difference is no option");
    assertThatThrownBy(() -> Settings.defaults().with("symbols.CL.difference", "0"))
        .hasMessageContaining("symbols.CL.difference must be a number in (0, 1e12]");
    assertThatThrownBy(() -> Settings.defaults().with("symbols.C L.difference", "1"))
        .hasMessageContaining("must be under a pattern of symbols");
  }

  @Test
  void currenciesAreToldByPattern() {
    Settings settings =
        Settings.defaults().with("symbols.BMW.currency", "EUR").with("symbols.*.currency", "USD");
    assertThat(settings.currencies()).containsEntry("BMW", "EUR").containsEntry("*", "USD");
    assertThat(Settings.parse(settings.print(), "printed").currencies())
        .isEqualTo(settings.currencies());
    assertThatThrownBy(() -> settings.with("symbols.BMW.currency", "euro"))
        .hasMessageContaining("symbols.BMW.currency must be a currency like EUR; have \"euro\"");
  }
}
