package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecencyTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  @TempDir private Path directory;

  private static String line(String portfolio, int day) {
    long time = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return new String(
        Json.encode(
            new StrategyReturns(portfolio, time, Map.of("A", 0.1), Map.of("A", true), 0.01)),
        StandardCharsets.UTF_8);
  }

  /** Days of 2022 and 2023 of one portfolio, and the second year of another. */
  private List<String> cut(String last, int before) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int day = 0; day < 730; day++) {
      lines.add(line("main", day));
      if (day >= 365) {
        lines.add(line("other", day));
      }
    }
    Path file = Files.write(directory.resolve("returns.jsonl"), lines);
    Recency.of(last).cut(file, before, directory.resolve("scratch"));
    assertThat(directory.resolve("scratch")).doesNotExist();
    return Files.readAllLines(file);
  }

  @ParameterizedTest
  @CsvSource({"12m,60,425,365", "1y,0,365,365", "3d,10,13,13", "2w,1,15,15", "30y,60,730,365"})
  void leavesWhatIsScoredAndWhatItsFirstEstimateNeeds(
      String last, int before, int ofMain, int ofOther) throws IOException {
    List<String> kept = cut(last, before);
    assertThat(kept).filteredOn(line -> line.contains("\"main\"")).hasSize(ofMain);
    assertThat(kept).filteredOn(line -> line.contains("\"other\"")).hasSize(ofOther);
    assertThat(kept.get(kept.size() - 1)).isEqualTo(line("other", 729));
  }

  @Test
  void allIsAll() throws IOException {
    assertThat(cut(null, 5)).hasSize(730 + 365);
    assertThat(Recency.of(null).isAll()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24", "0m", "-3m", "24M", "two months", "99999d"})
  void whatIsNoPeriodIsRefused(String text) {
    assertThatThrownBy(() -> Recency.of(text))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("--last must be a whole number of days, weeks, months or years");
  }
}
