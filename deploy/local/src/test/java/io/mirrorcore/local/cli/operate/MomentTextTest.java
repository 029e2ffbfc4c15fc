package io.mirrorcore.local.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MomentTextTest {

  private static final MomentText TEXT = new MomentText(Instant.parse("2026-01-31T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-01-31T00:00:00Z",
    "2026-01-31T16:00, 2026-01-31T16:00:00Z",
    "2026-01-31T16:00:05, 2026-01-31T16:00:05Z",
    "2026-01-31T16:00:05.250Z, 2026-01-31T16:00:05.250Z",
    "2h, 2026-01-31T10:00:00Z",
    "90S, 2026-01-31T11:58:30Z",
    "1d, 2026-01-30T12:00:00Z"
  })
  void readsDatesTimesInUtcAndHowLongAgo(String text, Instant moment) {
    assertThat(TEXT.convert(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2026-13-01", "2026-01-31 16:00", "2 h", "2fortnights", "-2h"})
  void saysWhatIsAllowed(String text) {
    assertThatThrownBy(() -> TEXT.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("such as")
        .hasMessageEndingWith("have " + text);
  }

  @Test
  void withoutAnythingElseItCountsBackFromNow() {
    assertThat(new MomentText().convert("1h")).isBefore(Instant.now());
  }
}
