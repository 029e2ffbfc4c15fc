package io.mirrorcore.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The days on which whole markets rest, where a rule tells them for every year. Days off for other
 * reasons (mourning, storms) are in no rule; Asian holidays follow the moon and are listed by hand.
 */
public enum Holidays {
  /** None that a rule tells. */
  NONE {
    @Override
    boolean restsOnWeekday(LocalDate day) {
      return false;
    }
  },
  /** New York Stock Exchange, Rule 7.2, with Juneteenth from 2022 and Dr. King's day from 1998. */
  NEW_YORK {
    @Override
    boolean restsOnWeekday(LocalDate day) {
      return newYear(day)
          || (weekday(day, Month.JANUARY, 3, DayOfWeek.MONDAY) && day.getYear() >= 1998)
          || weekday(day, Month.FEBRUARY, 3, DayOfWeek.MONDAY)
          || day.equals(easter(day.getYear()).minusDays(2))
          || lastMonday(day, Month.MAY)
          || (nearest(day, Month.JUNE, 19) && day.getYear() >= 2022)
          || nearest(day, Month.JULY, 4)
          || weekday(day, Month.SEPTEMBER, 1, DayOfWeek.MONDAY)
          || weekday(day, Month.NOVEMBER, 4, DayOfWeek.THURSDAY)
          || nearest(day, Month.DECEMBER, 25);
    }

    /** At 13:00: the day after Thanksgiving, Christmas Eve, and 3 July before a weekday's 4th. */
    @Override
    Optional<LocalTime> closesEarly(LocalDate day) {
      boolean early =
          weekday(day.minusDays(1), Month.NOVEMBER, 4, DayOfWeek.THURSDAY)
              || is(day, Month.DECEMBER, 24)
              || (is(day, Month.JULY, 3) && !restsAtWeekend(day.plusDays(1)));
      return early ? Optional.of(LocalTime.of(13, 0)) : Optional.empty();
    }

    /** On a Saturday it is not kept: the Friday is the last day of a year's books. */
    private static boolean newYear(LocalDate day) {
      return is(day, Month.JANUARY, 1)
          || (day.getDayOfWeek() == DayOfWeek.MONDAY && is(day, Month.JANUARY, 2));
    }
  },
  /** Bank holidays of England. */
  LONDON {
    @Override
    boolean restsOnWeekday(LocalDate day) {
      LocalDate easter = easter(day.getYear());
      return day.equals(easter.minusDays(2))
          || day.equals(easter.plusDays(1))
          || day.equals(following(day.getYear(), Month.JANUARY, 1))
          || weekday(day, Month.MAY, 1, DayOfWeek.MONDAY)
          || lastMonday(day, Month.MAY)
          || lastMonday(day, Month.AUGUST)
          || christmas(day);
    }

    /** At 12:30: Christmas Eve and New Year's Eve. */
    @Override
    Optional<LocalTime> closesEarly(LocalDate day) {
      return is(day, Month.DECEMBER, 24) || is(day, Month.DECEMBER, 31)
          ? Optional.of(LocalTime.of(12, 30))
          : Optional.empty();
    }

    /** Two days, moved behind the weekend that they fall on. */
    private static boolean christmas(LocalDate day) {
      LocalDate first = following(day.getYear(), Month.DECEMBER, 25);
      LocalDate second = LocalDate.of(day.getYear(), Month.DECEMBER, 26);
      while (restsAtWeekend(second) || !second.isAfter(first)) {
        second = second.plusDays(1);
      }
      return day.equals(first) || day.equals(second);
    }
  },
  /** Deutsche Boerse and, but for Christmas Eve and New Year's Eve, Euronext. */
  FRANKFURT {
    @Override
    boolean restsOnWeekday(LocalDate day) {
      LocalDate easter = easter(day.getYear());
      return day.equals(easter.minusDays(2))
          || day.equals(easter.plusDays(1))
          || is(day, Month.JANUARY, 1)
          || is(day, Month.MAY, 1)
          || is(day, Month.DECEMBER, 24)
          || is(day, Month.DECEMBER, 25)
          || is(day, Month.DECEMBER, 26)
          || is(day, Month.DECEMBER, 31);
    }

    /** At 14:00: 30 December, the last day of Xetra's year. */
    @Override
    Optional<LocalTime> closesEarly(LocalDate day) {
      return is(day, Month.DECEMBER, 30) ? Optional.of(LocalTime.of(14, 0)) : Optional.empty();
    }
  };

  abstract boolean restsOnWeekday(LocalDate day);

  /** The local time at which a trading day ends early; empty for one that does not. */
  Optional<LocalTime> closesEarly(LocalDate day) {
    return Optional.empty();
  }

  private static boolean restsAtWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  private static boolean is(LocalDate day, Month month, int dayOfMonth) {
    return day.getMonth() == month && day.getDayOfMonth() == dayOfMonth;
  }

  private static boolean weekday(LocalDate day, Month month, int nth, DayOfWeek weekday) {
    return day.getMonth() == month
        && day.getDayOfWeek() == weekday
        && (day.getDayOfMonth() + 6) / 7 == nth;
  }

  private static boolean lastMonday(LocalDate day, Month month) {
    return day.getMonth() == month
        && day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
  }

  /** The day itself, or the weekday next to the weekend that it falls on. */
  private static boolean nearest(LocalDate day, Month month, int dayOfMonth) {
    LocalDate kept = LocalDate.of(day.getYear(), month, dayOfMonth);
    return day.equals(
        switch (kept.getDayOfWeek()) {
          case SATURDAY -> kept.minusDays(1);
          case SUNDAY -> kept.plusDays(1);
          default -> kept;
        });
  }

  /** The day itself, or the Monday after the weekend that it falls on. */
  private static LocalDate following(int year, Month month, int dayOfMonth) {
    LocalDate kept = LocalDate.of(year, month, dayOfMonth);
    return restsAtWeekend(kept) ? kept.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : kept;
  }

  /** Easter Sunday by the Anonymous Gregorian algorithm (Meeus 1991, chapter 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int e = b % 4;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
