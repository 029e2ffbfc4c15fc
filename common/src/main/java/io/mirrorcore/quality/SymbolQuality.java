package io.mirrorcore.quality;

import io.mirrorcore.market.Bar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bars of one symbol, in order of time: what is odd about them, in memory of a few numbers. */
final class SymbolQuality {

  private static final long HOUR = 3_600_000L;

  /** What lies between two sessions is at least so long. */
  private static final long PAUSE = 3 * HOUR;

  private static final long DAY = 24 * HOUR;
  private static final int FROZEN = 20;

  /** Prices are rounded to what they are quoted in; so much outside of the range is no fault. */
  private static final double ROUNDING = 1e-4;

  /** A week with two holidays is no hole. */
  private static final long HOLIDAYS = 5 * DAY;

  /** By how much a price may miss the one before a spike. */
  private static final double BACK = 0.2;

  private final ZoneId zone;
  private final Map<Fault, Count> faults = new EnumMap<>(Fault.class);
  private final ReturnSize returns;
  private final TreeMap<Long, Silence> silences = new TreeMap<>(); // by length
  private Count split; // of the last bar, until the next one does not take it back; or null
  private double beforeSplit;
  private long dates;
  private long first;
  private Bar last;
  private long dayOpened; // time of the day's first bar
  private int unchanged;

  /**
   * A symbol without bars yet.
   *
   * @param zone of the exchange
   * @param notional over which differences of its prices are returns, where they are
   */
  SymbolQuality(ZoneId zone, Optional<Double> notional) {
    this.zone = zone;
    returns = new ReturnSize(notional);
  }

  /**
   * How often, and the first case.
   *
   * @param times 1 or more
   * @param time of the case, epoch milliseconds
   * @param text what was seen
   */
  record Count(long times, long time, String text) {
    Count more(Count other) {
      return new Count(times + other.times, time, text);
    }
  }

  /** Silences of one length: how many, and after which bar the first began. */
  private record Silence(long count, long since) {
    Silence more() {
      return new Silence(count + 1, since);
    }
  }

  void add(Bar bar) {
    range(bar);
    if (bar.volume() == 0) {
      note(Fault.NO_VOLUME, bar.time(), "volume 0 at a close of " + bar.close());
    }
    if (last == null) {
      first = bar.time();
      dayOpened = bar.time();
      dates = 1;
    } else if (bar.time() == last.time()) {
      note(Fault.DUPLICATE, bar.time(), "close " + last.close() + ", then " + bar.close());
      return;
    } else {
      follow(bar);
    }
    last = bar;
  }

  private void range(Bar bar) {
    double slack = ROUNDING * Math.abs(bar.high());
    if (outside(bar.close(), bar, slack) || outside(bar.open(), bar, slack)) {
      note(
          Fault.CLOSE_OUTSIDE_RANGE,
          bar.time(),
          "open %s and close %s, high %s and low %s"
              .formatted(bar.open(), bar.close(), bar.high(), bar.low()));
    }
  }

  private static boolean outside(double price, Bar bar, double slack) {
    return price > bar.high() + slack || price < bar.low() - slack;
  }

  private void follow(Bar bar) {
    long gap = bar.time() - last.time();
    Fault step = returns.step(last.close(), bar.close(), gap);
    step(bar, step);
    boolean same = bar.close() == last.close() && bar.high() == bar.low();
    unchanged = same ? unchanged + 1 : 0;
    if (unchanged == FROZEN) {
      note(Fault.FROZEN, bar.time(), "close " + bar.close() + " for " + FROZEN + " bars");
    }
    boolean sameDay = date(bar.time()) == date(last.time());
    if (!sameDay) {
      newDay(bar.time(), gap);
    }
    if (sameDay || gap > HOLIDAYS) {
      silence(gap);
    }
  }

  /** A step by a whole ratio is no split where the next one takes it back. */
  private void step(Bar bar, Fault fault) {
    String text = "close " + last.close() + ", then " + bar.close();
    boolean isBack = fault == Fault.SPLIT && split != null && isNear(bar.close(), beforeSplit);
    if (split != null) {
      faults.merge(isBack ? Fault.SPIKE : Fault.SPLIT, split, Count::more);
      split = null;
    }
    if (fault == Fault.SPLIT && !isBack) {
      split = new Count(1, bar.time(), text);
      beforeSplit = last.close();
    } else if (fault != null && !isBack) {
      note(fault, bar.time(), text);
    }
  }

  private static boolean isNear(double price, double before) {
    return Math.abs(price / before - 1) < BACK;
  }

  private void newDay(long time, long gap) {
    dates++;
    if (gap < PAUSE) {
      return; // the market was open over midnight: no day begins here
    }
    if (isHourOff(time - dayOpened) && isHourOff(local(time) - local(dayOpened))) {
      note(Fault.SHIFTED_STAMPS, time, "the day begins an hour off the one before");
    }
    dayOpened = time;
  }

  private void silence(long gap) {
    Silence known = silences.get(gap);
    silences.put(gap, known == null ? new Silence(1, last.time()) : known.more());
    if (silences.size() > 1_000) {
      silences.pollFirstEntry(); // the shortest are usual
    }
  }

  /** Of the time between two openings: whether their times of day are an hour apart. */
  private static boolean isHourOff(long between) {
    long moved = Math.floorMod(between, DAY);
    return moved == HOUR || moved == DAY - HOUR;
  }

  private long local(long time) {
    return time + zone.getRules().getOffset(Instant.ofEpochMilli(time)).getTotalSeconds() * 1_000L;
  }

  private static long date(long time) {
    return Math.floorDiv(time - 1, DAY);
  }

  /** Notes a case that somebody else has found. */
  void note(Fault fault, long time, String text) {
    faults.merge(fault, new Count(1, time, text), Count::more);
  }

  /**
   * What is odd, once all bars are in.
   *
   * @param begins first time of the file
   * @param ends last time of the file
   * @param intervalMs between bars
   */
  Map<Fault, Count> faults(long begins, long ends, long intervalMs) {
    Map<Fault, Count> all = new EnumMap<>(Fault.class);
    all.putAll(faults);
    if (split != null) {
      all.merge(Fault.SPLIT, split, Count::more);
    }
    if (last != null) {
      putSilences(all, intervalMs);
      long patience = Math.max(HOLIDAYS, 5 * intervalMs);
      if (first - begins > patience) {
        all.put(Fault.LISTED_LATE, new Count(1, first, "its first bar"));
      }
      if (ends - last.time() > patience) {
        String text = "its last bar, close " + last.close();
        all.put(Fault.DELISTED, new Count(1, last.time(), text));
      }
    }
    return all;
  }

  private void putSilences(Map<Fault, Count> all, long intervalMs) {
    putLongest(all, Fault.GAP, Math.max(HOLIDAYS, 2 * intervalMs), Long.MAX_VALUE);
    // A lunch that is there every day is no halt, and neither is thin trading.
    long halts = count(20 * intervalMs, DAY);
    if (halts <= Math.max(1, dates / 20)) {
      putLongest(all, Fault.HALT, 20 * intervalMs, DAY);
    }
  }

  private long count(long from, long to) {
    return from >= to
        ? 0
        : silences.subMap(from, to).values().stream().mapToLong(Silence::count).sum();
  }

  private void putLongest(Map<Fault, Count> all, Fault fault, long from, long to) {
    long count = count(from, to);
    if (count > 0) {
      Map.Entry<Long, Silence> longest = silences.lowerEntry(to);
      all.put(fault, new Count(count, longest.getValue().since(), text(longest.getKey())));
    }
  }

  private static String text(long gap) {
    return gap >= 2 * DAY
        ? "no bar for %d days".formatted(gap / DAY)
        : "no bar for %d minutes".formatted(gap / 60_000);
  }
}
