package io.mirrorcore.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.SymbolRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarQualityTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final long MONDAY = Instant.parse("2024-01-08T21:00:00Z").toEpochMilli();

  private final BarQuality quality = new BarQuality(NEW_YORK);
  private final SplittableRandom random = new SplittableRandom(5);
  private double close = 100;

  private void bar(String symbol, long time, double price, double volume) {
    quality.add(new Bar(symbol, time, price, price * 1.001, price * 0.999, price, volume));
  }

  /** A usual day. */
  private void day(String symbol, int day) {
    close *= 1 + 0.02 * (random.nextDouble() - 0.5);
    bar(symbol, MONDAY + day * DAY, close, 100);
  }

  private void weekdays(String symbol, int from, int to) {
    for (int day = from; day < to; day++) {
      if (day % 7 < 5) {
        day(symbol, day);
      }
    }
  }

  private QualityFinding only(Fault fault, long intervalMs) {
    List<QualityFinding> findings = quality.findings(intervalMs);
    assertThat(findings).extracting(QualityFinding::fault).containsExactly(fault.name());
    return findings.get(0);
  }

  @Test
  void findsNothingInUsualBars() {
    weekdays("A", 0, 400);
    assertThat(quality.findings(DAY)).isEmpty();
  }

  @Test
  void aStepByAWholeRatioLooksLikeASplit() {
    weekdays("A", 0, 60);
    close /= 4;
    weekdays("A", 63, 120);
    QualityFinding split = only(Fault.SPLIT, DAY);
    assertThat(split.bySymbol()).isEqualTo(Map.of("A", 1L));
    assertThat(split.examples().get(0).time()).isEqualTo(MONDAY + 63 * DAY);
    assertThat(split.examples().get(0).text()).startsWith("close ").contains(", then ");
  }

  @Test
  void aStepThatTheNextBarTakesBackIsASpikeAndNoSplit() {
    weekdays("A", 0, 60);
    bar("A", MONDAY + 63 * DAY, close * 2, 100);
    weekdays("A", 64, 120);
    assertThat(only(Fault.SPIKE, DAY).count()).isEqualTo(1);
  }

  @Test
  void aSplitAtTheLastBarIsTold() {
    weekdays("A", 0, 60);
    bar("A", MONDAY + 63 * DAY, close / 4, 100);
    assertThat(only(Fault.SPLIT, DAY).count()).isEqualTo(1);
  }

  @Test
  void aCrashIsAJump() {
    weekdays("A", 0, 60);
    close *= 0.77;
    weekdays("A", 63, 120);
    assertThat(only(Fault.JUMP, DAY).count()).isEqualTo(1);
  }

  @Test
  void pricesOutsideOfTheirRangeAreToldAndRoundingIsNot() {
    weekdays("A", 0, 5);
    quality.add(new Bar("A", MONDAY + 7 * DAY, close, close, close, close * 1.00005, 1));
    assertThat(quality.findings(DAY)).isEmpty();
    quality.add(new Bar("A", MONDAY + 8 * DAY, close, close, close * 0.99, close * 1.02, 1));
    assertThat(only(Fault.CLOSE_OUTSIDE_RANGE, DAY).count()).isEqualTo(1);
  }

  @Test
  void countsDuplicatesAndBarsWithoutVolumeBySymbol() {
    weekdays("A", 0, 5);
    bar("A", MONDAY + 4 * DAY, close, 7);
    bar("B", MONDAY, 10, 0);
    bar("B", MONDAY + DAY, 10, 0);
    assertThat(quality.findings(DAY))
        .extracting(QualityFinding::fault, QualityFinding::bySymbol)
        .containsExactly(tuple("DUPLICATE", Map.of("A", 1L)), tuple("NO_VOLUME", Map.of("B", 2L)));
  }

  @Test
  void holesListingsAndDelistingsAreTold() {
    weekdays("A", 0, 100);
    weekdays("B", 30, 60);
    assertThat(quality.findings(DAY))
        .extracting(QualityFinding::fault)
        .containsExactly("LISTED_LATE", "DELISTED");
    BarQuality other = new BarQuality(NEW_YORK);
    for (int day : new int[] {0, 1, 2, 21, 22, 23}) {
      other.add(new Bar("A", MONDAY + day * DAY, 1, 1.1, 0.9, 1, 1));
    }
    assertThat(other.findings(DAY).get(0).examples().get(0).text()).isEqualTo("no bar for 19 days");
  }

  @Test
  void aHaltIsASilenceThatIsNotThereEveryDay() {
    for (int day = 0; day < 40; day++) {
      for (int minute = 1; minute <= 390; minute++) {
        boolean lunch = minute > 120 && minute <= 180;
        boolean halt = day == 25 && minute > 200 && minute <= 290;
        if (!lunch) {
          bar("LUNCH", MONDAY - 7 * 60 * MINUTE + day * DAY + minute * MINUTE, 100 + minute % 7, 1);
        }
        if (!halt) {
          bar("HALT", MONDAY - 7 * 60 * MINUTE + day * DAY + minute * MINUTE, 100 + minute % 7, 1);
        }
      }
    }
    QualityFinding halt = only(Fault.HALT, MINUTE);
    assertThat(halt.bySymbol()).isEqualTo(Map.of("HALT", 1L));
    assertThat(halt.examples().get(0).text()).isEqualTo("no bar for 91 minutes");
  }

  @Test
  void stampsThatMoveByAnHourAreTold() {
    for (int day = 0; day < 20; day++) {
      close *= 1.001;
      bar("A", MONDAY + day * DAY - (day >= 10 ? 60 * MINUTE : 0), close, 1);
    }
    assertThat(only(Fault.SHIFTED_STAMPS, DAY).examples().get(0).time())
        .isEqualTo(MONDAY + 10 * DAY - 60 * MINUTE);
  }

  /** Open from Sunday evening on, with an hour's pause a day: the first close of a date is late. */
  @Test
  void hoursOverMidnightAreNoShiftOfStamps() {
    long sunday = Instant.parse("2024-01-07T23:00:00Z").toEpochMilli();
    for (int week = 0; week < 2; week++) {
      for (int hour = 1; hour <= 5 * 24; hour++) {
        if (hour % 24 != 0) {
          close *= 1 + 0.01 * (random.nextDouble() - 0.5);
          bar("ES", sunday + 7L * week * DAY + 60L * hour * MINUTE, close, 1);
        }
      }
    }
    assertThat(quality.findings(60 * MINUTE))
        .extracting(QualityFinding::fault)
        .doesNotContain(Fault.SHIFTED_STAMPS.name());
  }

  @Test
  void theClosesOfAnExchangeMayMoveWithItsClocks() {
    for (int day = 0; day < 300; day++) {
      close *= 1 + 0.01 * (random.nextDouble() - 0.5);
      long time =
          LocalDate.of(2024, 1, 8).plusDays(day).atTime(16, 0).atZone(NEW_YORK).toEpochSecond();
      bar("A", time * 1_000, close, 1);
    }
    assertThat(quality.findings(DAY)).isEmpty();
  }

  @Test
  void aPriceThatNeverMovesIsFrozen() {
    for (int day = 0; day < 50; day++) {
      quality.add(new Bar("A", MONDAY + day * DAY, 1, 1, 1, 1, 1));
    }
    assertThat(only(Fault.FROZEN, DAY).count()).isEqualTo(1);
  }

  @Test
  void pricesBelowZeroAreUsualWhereReturnsAreDifferences() {
    BarQuality oil = new BarQuality(NEW_YORK, SymbolRules.of(Map.of("CL*", 100.0)));
    for (int day = 0; day < 200; day++) {
      double price = 0.5 * Math.sin(day) + 2 * (random.nextDouble() - 0.5);
      double low = price - 0.1;
      double jump = day >= 150 ? -60 : 0;
      oil.add(
          new Bar(
              "CLK", MONDAY + day * DAY, price + jump, price + jump, low + jump, price + jump, 1));
    }
    List<QualityFinding> findings = oil.findings(DAY);
    assertThat(findings).extracting(QualityFinding::fault).containsExactly("JUMP");
    assertThat(findings.get(0).count()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsCounted() {
    weekdays("A", 0, 5);
    quality.refuse("A", MONDAY + 5 * DAY, true, "close must be positive; have -37.63");
    quality.refuse("", 0, false, "high is missing");
    assertThat(quality.findings(DAY))
        .extracting(QualityFinding::fault)
        .containsExactly("NOT_POSITIVE", "REFUSED");
  }
}
