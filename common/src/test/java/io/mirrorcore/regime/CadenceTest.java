package io.mirrorcore.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

  @ParameterizedTest
  @CsvSource({
    "7d, 604800000, 0",
    "12h, 43200000, 0",
    "15m, 900000, 0",
    "30s, 30000, 0",
    "250ms, 250, 0",
    "30 bars, 0, 30",
    "1 bar, 0, 1",
    "5bars, 0, 5"
  })
  void readsDurationsAndBars(String text, long millis, int bars) {
    assertThat(Cadence.parse(text)).isEqualTo(new Cadence(millis, bars));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7d", "12h", "36h", "90s", "250ms", "30 bars", "1 bar"})
  void writesWhatItReads(String text) {
    assertThat(Cadence.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "0d", "0 bars", "-1d", "1.5h", "7 weeks", "d"})
  void rejectsAnythingElseWithTheValue(String text) {
    assertThatThrownBy(() -> Cadence.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7d")
        .hasMessageContaining("30 bars")
        .hasMessageEndingWith("have \"" + text + "\"");
  }

  @Test
  void rejectsBothAndNeither() {
    assertThatThrownBy(() -> new Cadence(1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cadence(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void elapsesByItsOwnMeasureOnly() {
    assertThat(Cadence.ofBars(3).elapsed(Long.MAX_VALUE, 2)).isFalse();
    assertThat(Cadence.ofBars(3).elapsed(0, 3)).isTrue();
    assertThat(Cadence.ofMillis(10).elapsed(9, Long.MAX_VALUE)).isFalse();
    assertThat(Cadence.ofMillis(10).elapsed(10, 0)).isTrue();
  }
}
