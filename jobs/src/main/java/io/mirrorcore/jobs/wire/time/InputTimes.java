package io.mirrorcore.jobs.wire.time;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/**
 * The user's settings for the times of input records.
 *
 * @param units by kind of market data; {@code AUTO} where a kind is not there
 * @param returns unit of strategy returns
 * @param zone of a time of day that is written without one, or null where there may be none
 * @param lastYear of a time whose unit is told by its magnitude, in [1980, 2199]
 * @param close local time of a market record that bears a date alone
 * @param closeZone zone of that time
 */
public record InputTimes(
    Map<RecordKind, EpochUnit> units,
    EpochUnit returns,
    ZoneId zone,
    int lastYear,
    LocalTime close,
    ZoneId closeZone)
    implements Serializable {

  /** Beyond it a number could be a time in two units. */
  public static final int LAST_YEAR = 2099;

  /** Every number by its magnitude, no zone, days that close at 16:00 in New York. */
  public static final InputTimes DEFAULT =
      new InputTimes(
          Map.of(),
          EpochUnit.AUTO,
          null,
          LAST_YEAR,
          LocalTime.of(16, 0),
          ZoneId.of("America/New_York"));

  public InputTimes {
    Map<RecordKind, EpochUnit> all = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      all.put(kind, units.getOrDefault(kind, EpochUnit.AUTO));
    }
    units = all;
  }

  /** The same with one unit for all inputs. */
  public InputTimes in(EpochUnit unit) {
    Map<RecordKind, EpochUnit> all = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      all.put(kind, unit);
    }
    return new InputTimes(all, unit, zone, lastYear, close, closeZone);
  }

  /** The same with a zone for times of day without one. */
  public InputTimes in(ZoneId local) {
    return new InputTimes(units, returns, local, lastYear, close, closeZone);
  }

  /** The same with another last year. */
  public InputTimes until(int year) {
    return new InputTimes(units, returns, zone, year, close, closeZone);
  }

  /** The reader of the times of one kind of market data. */
  public TimeReader of(RecordKind kind) {
    DateTimeText dates = new DateTimeText(zone, day -> day.atTime(close).atZone(closeZone));
    return new TimeReader(units.get(kind), "inputs." + word(kind) + ".time-unit", lastYear, dates);
  }

  /**
   * The reader of the day on which an option expires, which may be years away.
   *
   * @param expiry the moment of a day that stands alone
   */
  public TimeReader ofExpiry(ExpiryTimes.ExpiryTime expiry) {
    DateTimeText dates =
        new DateTimeText(zone, day -> day.atTime(expiry.time()).atZone(expiry.zone()));
    EpochUnit unit = units.get(RecordKind.OPTION);
    return new TimeReader(
        unit, "inputs." + word(RecordKind.OPTION) + ".time-unit", LAST_YEAR, dates);
  }

  /** The reader of the times of strategy returns, of which a day begins at 00:00 UTC. */
  public TimeReader ofReturns() {
    DateTimeText dates = new DateTimeText(zone, day -> day.atStartOfDay(ZoneOffset.UTC));
    return new TimeReader(returns, "inputs.strategy-returns.time-unit", lastYear, dates);
  }

  private static String word(RecordKind kind) {
    return switch (kind) {
      case BAR -> "prices";
      case TICK -> "ticks";
      case OPTION -> "options-flow";
      case ADJUSTMENT -> "adjustments";
    };
  }
}
