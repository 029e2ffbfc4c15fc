package io.mirrorcore.jobs.adjust;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.market.Bar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DividendCheckTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 10);

  private static KnownAdjustment row(long line, LocalDate date, double ratio, double dividend) {
    return new KnownAdjustment(new Adjustment("A", date, ratio, dividend), "splits.csv", line);
  }

  private static DividendCheck check(KnownAdjustment... known) {
    return new DividendCheck(
        Path.of("splits.csv"), List.of(known), adjustment -> start(adjustment.date()));
  }

  private static long start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static Bar bar(String symbol, LocalDate date, double close) {
    long time = start(date) + 21 * 3_600_000L;
    return new Bar(symbol, time, close, close, close, close, 1);
  }

  @Test
  void aDividendThatIsNotBelowTheLastCloseIsAnErrorOfItsLine() {
    DividendCheck check = check(row(2, DAY.plusDays(9), 1, 5), row(3, DAY, 1, 120));
    check.add(bar("B", DAY.minusDays(1), 100));
    check.add(bar("A", DAY.minusDays(1), 100));
    assertThatThrownBy(() -> check.add(bar("A", DAY, 99)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "splits.csv, line 3: the dividend of A on 2024-05-10 is 120.0, and the last close before"
                + " it 100.0: is it of another share, or in another currency or unit? Correct the"
                + " row");
  }

  @Test
  void itIsHeldAgainstTheCloseOfItsOwnBasis() {
    // A split by 4 on the day before: the last close is that of a whole share.
    DividendCheck late = check(row(2, DAY, 4, 0), row(3, DAY.plusDays(1), 1, 30));
    late.add(bar("A", DAY.minusDays(1), 100));
    late.add(bar("A", DAY, 25));
    assertThatThrownBy(() -> late.add(bar("A", DAY.plusDays(1), 24)))
        .hasMessageContaining("is 30.0, and the last close before it 25.0");
  }

  @Test
  void usualOnesAndThoseBeforeTheFirstBarPass() {
    DividendCheck check =
        check(row(2, DAY.minusDays(30), 1, 500), row(3, DAY, 2, 1), row(4, DAY.plusDays(99), 1, 9));
    assertThatCode(
            () -> {
              check.add(bar("A", DAY.minusDays(1), 100));
              check.add(bar("A", DAY, 49));
              check.add(bar("A", DAY.plusDays(1), 50));
            })
        .doesNotThrowAnyException();
  }
}
