package io.mirrorcore.jobs.config.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.market.BarSpacing;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortHistoryTest {

  private static final long MINUTE = 60_000;
  private static final long START = 20_000L * 1_440 * MINUTE;

  private static Optional<String> period(Settings given, long barMs, int bars) {
    BarSpacing spacing = new BarSpacing();
    for (int i = 1; i <= bars; i++) {
      spacing.add("BTC", START + i * barMs);
    }
    return ShortHistory.period(given, spacing).map(ShortHistory::period);
  }

  private static Optional<String> period(long barMs, int bars) {
    return period(Settings.defaults().with("bars.zone", "UTC"), barMs, bars);
  }

  @Test
  void theLongestOfWhichThereAreNinetyIsChosen() {
    assertThat(period(MINUTE, 90 * 1_440)).isEmpty(); // ninety days are what it is about
    assertThat(period(MINUTE, 89 * 1_440)).contains("4h");
    assertThat(period(MINUTE, 15 * 1_440)).contains("4h");
    assertThat(period(MINUTE, 14 * 1_440)).contains("1h");
    assertThat(period(MINUTE, 3 * 1_440)).contains("15m");
    assertThat(period(MINUTE, 600)).contains("5m");
    assertThat(period(MINUTE, 100)).contains("1m");
    assertThat(period(MINUTE, 50)).contains("bar");
    assertThat(period(1_000, 305)).contains("bar");
  }

  @Test
  void itIsAMultipleOfTheBar() {
    assertThat(period(30 * MINUTE, 200)).contains("1h");
    assertThat(period(120 * MINUTE, 100)).contains("bar");
    assertThat(period(1_440 * MINUTE, 40)).isEmpty();
  }

  @Test
  void whatTheUserHasChosenStays() {
    Settings hours = Settings.defaults().with("ensemble.period", "1h");
    assertThat(period(hours, MINUTE, 100)).isEmpty();
    assertThat(period(Settings.defaults().with("compatibility", "0.1"), MINUTE, 100)).isEmpty();
  }

  @Test
  void itIsSaid() {
    BarSpacing spacing = new BarSpacing();
    for (int i = 1; i <= 2_000; i++) {
      spacing.add("BTC", START + i * MINUTE);
    }
    assertThat(ShortHistory.period(Settings.defaults().with("bars.zone", "UTC"), spacing))
        .map(ShortHistory::sentence)
        .contains(
            "of 2 days there is no estimate in days: counted in periods of 15m (ensemble.period)");
  }

  @Test
  void someMinutesAreNoDayOfSoManyBars() {
    long[] times = new long[305];
    for (int i = 0; i < times.length; i++) {
      times[i] = START + i * 1_000L;
    }
    FileCalendar calendar = FileCalendar.ofTimes(key -> false, Path.of("seconds.csv"), times);
    assertThat(calendar.presets())
        .containsEntry("bars.interval", "1000ms")
        .doesNotContainKeys("bars.per-day", "bars.per-year");
    assertThat(calendar.inferred().orElseThrow())
        .startsWith("inferred from seconds.csv: a bar every 1s (bars.interval); no day");
  }
}
