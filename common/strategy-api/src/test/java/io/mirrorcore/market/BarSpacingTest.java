package io.mirrorcore.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarSpacingTest {

  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final long MONDAY = Instant.parse("2024-01-08T00:00:00Z").toEpochMilli();

  private final BarSpacing spacing = new BarSpacing();

  @Test
  void weekendsDoNotBlurDailyBars() {
    for (int day = 0; day < 28; day++) {
      if (day % 7 < 5) {
        spacing.add("A", MONDAY + day * DAY + 21 * 60 * MINUTE);
      }
    }
    assertThat(spacing.intervalMs()).isEqualTo(DAY);
    assertThat(spacing.barsPerDay()).hasValue(1);
    assertThat(spacing.barsPerYear()).hasValue(252);
  }

  @Test
  void minutesOfASessionAreCountedByTheMedianDay() {
    for (int day = 0; day < 3; day++) {
      for (int minute = 1; minute <= (day == 2 ? 210 : 390); minute++) {
        spacing.add("A", MONDAY + day * DAY + minute * MINUTE);
      }
    }
    assertThat(spacing.intervalMs()).isEqualTo(MINUTE);
    assertThat(spacing.barsPerDay()).hasValue(390);
    assertThat(spacing.barsPerYear()).hasValue(390 * 252);
  }

  @Test
  void aMarketThatTradesAtWeekendsHasThreeHundredAndSixtyFiveDays() {
    for (int day = 1; day <= 14; day++) {
      spacing.add("BTC", MONDAY + day * DAY);
    }
    assertThat(spacing.barsPerYear()).hasValue(365);
  }

  @Test
  void fromAYearOnBarsAreCounted() {
    for (int week = 0; week < 105; week++) {
      spacing.add("A", MONDAY + 7L * week * DAY);
    }
    assertThat(spacing.intervalMs()).isEqualTo(7 * DAY);
    assertThat(spacing.barsPerYear()).hasValue(52);
  }

  @Test
  void minutesContradictHoursAndHoursMinutes() {
    for (int minute = 1; minute <= 60; minute++) {
      spacing.add("A", MONDAY + minute * MINUTE);
      spacing.add("B", MONDAY + 60L * minute * MINUTE);
    }
    assertThat(spacing.otherThan(60 * MINUTE)).isEqualTo(Map.of("A", MINUTE));
    assertThat(spacing.otherThan(MINUTE)).isEqualTo(Map.of("B", 60 * MINUTE));
  }

  @Test
  void nightsWeekendsAndThinTradingContradictNothing() {
    SplittableRandom random = new SplittableRandom(3);
    for (int day = 0; day < 28; day++) {
      for (int minute = 1; minute <= 390 && day % 7 < 5; minute++) {
        spacing.add("A", MONDAY + day * DAY + minute * MINUTE);
        if (random.nextInt(40) == 0) {
          spacing.add("THIN", MONDAY + day * DAY + minute * MINUTE);
        }
      }
    }
    assertThat(spacing.otherThan(MINUTE)).isEmpty();
  }

  @Test
  void aDayOfTwentyThreeHoursIsADay() {
    for (int day = 0; day < 28; day++) {
      spacing.add("A", MONDAY + day * DAY - (day >= 14 ? 60 * MINUTE : 0));
    }
    assertThat(spacing.otherThan(DAY)).isEmpty();
  }

  @Test
  void monthsAreNoWeeks() {
    for (int month = 1; month <= 30; month++) {
      spacing.add("A", LocalDate.of(2023, 1, 31).plusMonths(month).toEpochDay() * DAY);
    }
    assertThat(spacing.intervalMs()).isEqualTo(28 * DAY);
    assertThat(spacing.barsPerYear()).hasValue(12);
  }

  @Test
  void aMonthlyFileIsNoFileOfFourWeeks() {
    for (int bar = 1; bar <= 8; bar++) {
      spacing.add("A", LocalDate.of(2023, 1, 31).plusMonths(bar).toEpochDay() * DAY);
    }
    assertThat(spacing.isMonthly()).isTrue();
    assertThat(spacing.barsPerYear()).hasValue(12);
    BarSpacing fourWeeks = new BarSpacing();
    for (int bar = 1; bar <= 8; bar++) {
      fourWeeks.add("A", MONDAY + 28L * bar * DAY);
    }
    assertThat(fourWeeks.isMonthly()).isFalse();
    assertThat(fourWeeks.barsPerYear()).hasValue(13);
  }

  @Test
  void weeksOfLessThanAYearAreFiftyTwo() {
    for (int week = 0; week < 20; week++) {
      spacing.add("A", MONDAY + 7L * week * DAY);
    }
    assertThat(spacing.barsPerYear()).hasValue(52);
  }

  @Test
  void aBarOnOneSundayIsNoTradingAtWeekends() {
    for (int day = 1; day <= 40; day++) {
      if ((day % 7 < 6 && day % 7 > 0) || day == 14) { // the Sunday that follows two weeks
        spacing.add("A", MONDAY + day * DAY);
      }
    }
    assertThat(spacing.barsPerYear()).hasValue(252);
  }

  @Test
  void aSundayBarEveryWeekIsASixthDay() {
    for (int day = 0; day < 70; day++) {
      if (day % 7 != 5) {
        spacing.add("ES", MONDAY + (day + 1) * DAY);
      }
    }
    assertThat(spacing.barsPerYear()).hasValue(313);
  }

  @Test
  void twoWeekdaysOfAllMinutesAreAMarketThatNeverCloses() {
    for (int minute = 1; minute <= 2 * 1440; minute++) {
      spacing.add("BTC", MONDAY + DAY + minute * MINUTE);
    }
    assertThat(spacing.barsPerDay()).hasValue(1440);
    assertThat(spacing.barsPerYear()).hasValue(1440 * 365);
  }

  /** From Sunday 22:00 to Friday 22:00: five days, of which two are cut by midnight. */
  @Test
  void weeksOfCurrenciesHaveFiveDaysWithoutNights() {
    for (int week = 0; week < 3; week++) {
      for (int minute = 1; minute <= 5 * 1440; minute++) {
        spacing.add("EURUSD", MONDAY + 7L * week * DAY - 120 * MINUTE + minute * MINUTE);
      }
    }
    assertThat(spacing.barsPerDay()).hasValue(1440);
    assertThat(spacing.barsPerYear()).hasValue(1440 * 260);
  }

  /** From Sunday 23:00, with a pause of an hour each day; clocks change in the second week. */
  @Test
  void futuresHaveTheHoursOfTheirDayAndTheDaysOfAnExchange() {
    for (int day = 0; day < 19; day++) {
      for (int hour = 1; hour <= 23 && day % 7 < 5; hour++) {
        spacing.add("ES", MONDAY + day * DAY + (hour - (day < 7 ? 1 : 2)) * 60L * MINUTE);
      }
    }
    assertThat(spacing.barsPerDay()).hasValue(23);
    assertThat(spacing.barsPerYear()).hasValue(23 * 252);
  }

  @Test
  void minutesOfOneHourSayNothingOfADay() {
    for (int second = 1; second <= 305; second++) {
      spacing.add("A", MONDAY + 15 * 60 * MINUTE + second * 1000L);
    }
    assertThat(spacing.intervalMs()).isEqualTo(1000);
    assertThat(spacing.barsPerDay()).isEmpty();
    assertThat(spacing.barsPerYear()).isEmpty();
  }

  @Test
  void anEveningAndAMorningAreNoDay() {
    for (int minute = 1; minute <= 720; minute++) {
      spacing.add("BTC", MONDAY + 18 * 60 * MINUTE + minute * MINUTE);
    }
    assertThat(spacing.barsPerDay()).isEmpty();
  }

  @Test
  void aBarOfAnotherCenturyDoesNotStretchTheYear() {
    spacing.add("BTC", MONDAY - 30L * 365 * DAY);
    for (int day = 1; day <= 730; day++) {
      spacing.add("BTC", MONDAY + day * DAY);
    }
    assertThat(spacing.barsPerYear()).hasValue(365);
  }

  @Test
  void oneBarTellsNothing() {
    spacing.add("A", MONDAY);
    spacing.add("B", MONDAY + DAY);
    assertThat(spacing.isKnown()).isFalse();
    assertThatThrownBy(spacing::intervalMs).hasMessage("no symbol has two bars");
  }
}
