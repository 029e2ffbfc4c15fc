package io.mirrorcore.jobs.config.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, 250, 250ms",
    "1s, 1000, 1s",
    "5m, 300000, 5m",
    "2h, 7200000, 2h",
    "7d, 604800000, 7d",
    "90s, 90000, 90s",
    "24h, 86400000, 1d",
    "0m, 0, 0s",
    "60s, 60000, 1m"
  })
  void readsAndWrites(String text, long millis, String written) {
    assertThat(DurationText.parse(text).toMillis()).isEqualTo(millis);
    assertThat(DurationText.format(DurationText.parse(text))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "m", "-5m", "1.5h", "5 m", "5M", "5m ", "PT5M", "999999999999999d"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("; have " + text);
  }
}
