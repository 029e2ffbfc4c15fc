package io.mirrorcore.local.simulator.option;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The expiries that are listed at a time: the next {@value #EACH} ends of a short period and the
 * next {@value #EACH} of a long one. With bars of a minute that is every eight hours and every
 * week, so that a demonstration sees expiries come and go.
 */
public final class ExpiryCalendar {

  private static final int EACH = 2;
  private static final int BARS_PER_PERIOD = 480;
  private static final long HOUR_MS = 3_600_000;
  private static final long WEEK_MS = 168 * HOUR_MS;

  private final long shortPeriodMs;
  private final long longPeriodMs;

  public ExpiryCalendar(long intervalMs) {
    shortPeriodMs = Math.min(WEEK_MS, Math.max(8 * HOUR_MS, BARS_PER_PERIOD * intervalMs));
    longPeriodMs = Math.max(WEEK_MS, 4 * shortPeriodMs);
  }

  /** The expiries that trade in a bar which closes at {@code close}: none is before it. */
  SortedSet<Long> trading(long close) {
    SortedSet<Long> expiries = new TreeSet<>();
    addNext(expiries, close, shortPeriodMs);
    addNext(expiries, close, longPeriodMs);
    return expiries;
  }

  private static void addNext(SortedSet<Long> expiries, long close, long periodMs) {
    long first = Math.floorDiv(close + periodMs - 1, periodMs) * periodMs;
    for (int i = 0; i < EACH; i++) {
      expiries.add(first + i * periodMs);
    }
  }

  boolean isLong(long expiry) {
    return Math.floorMod(expiry, longPeriodMs) == 0;
  }
}
