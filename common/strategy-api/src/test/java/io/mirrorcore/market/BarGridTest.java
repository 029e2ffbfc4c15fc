package io.mirrorcore.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BarGridTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long MINUTE = 60_000;

  private static BarGrid grid(Duration interval) {
    return new BarGrid(interval.toMillis(), LocalTime.of(16, 0), NEW_YORK);
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void whatIsStampedWithTheCloseBelongsToTheBarThatCloses() {
    BarGrid grid = grid(Duration.ofMinutes(1));
    assertThat(grid.closeAtOrAfter(5 * MINUTE)).isEqualTo(5 * MINUTE);
    assertThat(grid.closeAtOrAfter(5 * MINUTE + 1)).isEqualTo(6 * MINUTE);
    assertThat(grid.closeAtOrAfter(6 * MINUTE - 1)).isEqualTo(6 * MINUTE);
  }

  @Test
  void aDayClosesAtLocalTimeOnBothSidesOfDaylightSaving() {
    BarGrid grid = grid(Duration.ofDays(1));
    assertThat(grid.closeAtOrAfter(at("2021-01-15T15:00:00Z")))
        .isEqualTo(at("2021-01-15T21:00:00Z"));
    assertThat(grid.closeAtOrAfter(at("2021-07-15T15:00:00Z")))
        .isEqualTo(at("2021-07-15T20:00:00Z"));
    assertThat(grid.closeAtOrAfter(at("2021-07-15T20:00:00.001Z")))
        .isEqualTo(at("2021-07-16T20:00:00Z"));
  }

  @Test
  void longBarsTileTheCalendar() {
    BarGrid grid = grid(Duration.ofDays(7));
    long close = grid.closeAtOrAfter(at("2021-07-15T20:00:00Z"));
    assertThat(close).isBetween(at("2021-07-15T20:00:00Z"), at("2021-07-22T20:00:00Z"));
    assertThat(grid.closeAtOrAfter(close)).isEqualTo(close);
    assertThat(grid.closeAtOrAfter(close + 1)).isEqualTo(close + Duration.ofDays(7).toMillis());
  }

  @Test
  void refusesIntervalsThatDoNotTile() {
    assertThatThrownBy(() -> grid(Duration.ofMinutes(7)))
        .hasMessage("a bar must divide a day or be a whole number of days; have 420000 ms");
  }
}
