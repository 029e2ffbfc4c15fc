package io.mirrorcore.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalReturnsTest {

  @Test
  void isSilentWhereThereIsOneCurrency() {
    assertThat(LocalReturns.note(Map.of())).isEmpty();
    assertThat(LocalReturns.note(Map.of("*", "EUR"))).isEmpty();
    assertThat(LocalReturns.note(Map.of("*", "EUR", "BMW", "EUR"))).isEmpty();
  }

  @Test
  void namesThoseThatAreTold() {
    assertThat(LocalReturns.note(Map.of("BMW", "EUR", "*", "USD")))
        .contains(
            "Returns are local, each in the currency of its symbol (* in USD, BMW in EUR): none is"
                + " converted, so what rates of exchange earned or cost is in no figure.");
    assertThat(LocalReturns.note(Map.of("BMW", "EUR"))).isPresent();
  }
}
