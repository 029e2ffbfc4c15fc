package io.mirrorcore.local.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.redrive.LateForecast.Lateness;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LateForecastTest {

  private static final TopicPartition ONLY = new TopicPartition("prices", 0);

  private static List<Resend> at(long... times) {
    return Arrays.stream(times)
        .mapToObj(time -> new Resend(RecordKind.BAR, "prices", "A", time, new byte[0]))
        .toList();
  }

  private static LateForecast behind(long newest) {
    return new LateForecast(Map.of("prices", 1), Map.of(ONLY, newest), 1_000);
  }

  @Test
  void countsWhatLiesFurtherBehindThanTheBoundAndNamesTheWorst() {
    assertThat(behind(100_000).of(at(50_000, 98_999, 99_000, 100_000)))
        .isEqualTo(new Lateness(2, 50_000));
  }

  @Test
  void nothingIsLateOnAnEmptyPartition() {
    LateForecast empty = new LateForecast(Map.of("prices", 4), Map.of(), 1_000);

    assertThat(empty.of(at(1, 2, 3))).isEqualTo(new Lateness(0, 0));
  }

  @Test
  void recordsOutOfOrderMakeEachOtherLate() {
    assertThat(behind(1).of(at(10_000, 5_000))).isEqualTo(new Lateness(1, 5_000));
    assertThat(behind(1).of(at(5_000, 10_000))).isEqualTo(new Lateness(0, 0));
  }

  @Test
  void aKeyIsComparedWithItsOwnPartition() {
    Map<TopicPartition, Long> newest =
        Map.of(new TopicPartition("prices", 0), 5_000L, new TopicPartition("prices", 1), 90_000L);
    LateForecast two = new LateForecast(Map.of("prices", 2), newest, 1_000);

    int late = 0;
    for (String symbol : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      late +=
          two.of(List.of(new Resend(RecordKind.BAR, "prices", symbol, 5_000, new byte[0]))).count();
    }
    assertThat(late).isBetween(1, 7);
  }
}
