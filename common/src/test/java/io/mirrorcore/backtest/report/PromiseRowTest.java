package io.mirrorcore.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.record.PerformanceRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromiseRowTest {

  private static PerformanceRecord bar(String close, double expected, double realised) {
    long time = Instant.parse(close).toEpochMilli();
    return new PerformanceRecord(
        "main", time, 0, 1, expected, realised, 0, 1, 0, 1, null, null, 0.5);
  }

  @Test
  void addsUpByTheYearInWhichABarEnds() {
    List<PromiseRow> rows =
        PromiseRow.of(
            List.of(
                bar("2022-12-30T21:00:00Z", 0.25, -0.5),
                bar("2023-01-01T00:00:00Z", 0.25, 0.25), // midnight is of the day before
                bar("2023-01-03T21:00:00Z", 0.125, 0.0625)),
            ZoneOffset.UTC);

    assertThat(rows)
        .containsExactly(
            new PromiseRow(2022, 2, 0.5, -0.25), new PromiseRow(2023, 1, 0.125, 0.0625));
    assertThat(PromiseRow.of(List.of(), ZoneOffset.UTC)).isEmpty();
  }
}
