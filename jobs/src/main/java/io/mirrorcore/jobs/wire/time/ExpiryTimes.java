package io.mirrorcore.jobs.wire.time;

import io.mirrorcore.market.SymbolRules;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When options expire on the day of their expiry, by underlying.
 *
 * @param usual where nothing else is told
 * @param others the moments of the underlyings that have one of their own
 */
public record ExpiryTimes(ExpiryTime usual, SymbolRules<ExpiryTime> others)
    implements Serializable {

  /**
   * A moment of a day.
   *
   * @param time local time
   * @param zone of that time
   */
  public record ExpiryTime(LocalTime time, ZoneId zone) implements Serializable {}

  /** One moment for all. */
  public static ExpiryTimes of(LocalTime time, ZoneId zone) {
    return new ExpiryTimes(new ExpiryTime(time, zone), SymbolRules.none());
  }

  /** The moment of the options on a symbol. */
  public ExpiryTime of(String symbol) {
    return others.of(symbol).orElse(usual);
  }
}
