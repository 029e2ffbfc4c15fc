package io.mirrorcore.local.inspect;

import io.mirrorcore.market.Bar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The hours at which bars close, by New York's clock, and the market that has such hours. */
final class SessionView {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long DAY = 86_400_000L;
  private static final LocalTime NYSE_OPEN = LocalTime.of(9, 30);
  private static final LocalTime NYSE_CLOSE = LocalTime.of(16, 0);
  private static final LocalTime EVENING = LocalTime.of(17, 0);
  private static final long FEW = 40;

  private final long intervalMs;
  private final TreeMap<String, TreeSet<DayOfWeek>> days = new TreeMap<>();
  private final TreeSet<LocalTime> times = new TreeSet<>();
  private boolean sundayEvening;
  private boolean sundayMorning;
  private final long bars;

  SessionView(List<Bar> seen, long intervalMs) {
    this.intervalMs = intervalMs;
    this.bars = seen.size();
    for (Bar bar : seen) {
      // A bar belongs to the time it was open, not to the instant of its close.
      ZonedDateTime inside =
          Instant.ofEpochMilli(bar.time() - (intervalMs < DAY ? 1 : 0)).atZone(NEW_YORK);
      days.computeIfAbsent(bar.symbol(), symbol -> new TreeSet<>()).add(inside.getDayOfWeek());
      times.add(Instant.ofEpochMilli(bar.time()).atZone(NEW_YORK).toLocalTime());
      if (inside.getDayOfWeek() == DayOfWeek.SUNDAY) {
        sundayEvening |= !inside.toLocalTime().isBefore(EVENING);
        sundayMorning |= inside.toLocalTime().isBefore(EVENING);
      }
    }
  }

  private boolean isEveryDay(Set<DayOfWeek> week) {
    return week.contains(DayOfWeek.SATURDAY);
  }

  /** Symbols of markets that never close among others. */
  boolean isMixed() {
    long open = days.values().stream().filter(this::isEveryDay).count();
    return open > 0 && open < days.size();
  }

  /** Symbols that have bars on Saturdays. */
  List<String> everyDay() {
    return days.entrySet().stream()
        .filter(entry -> isEveryDay(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  String words() {
    TreeSet<DayOfWeek> all = new TreeSet<>();
    days.values().forEach(all::addAll);
    String hours =
        intervalMs >= DAY
            ? ""
            : ", closes from " + times.first() + " to " + times.last() + " in New York";
    String evening = sundayEvening && !sundayMorning ? ", from Sunday evening on" : "";
    String market = market();
    String week =
        all.size() == 1 ? word(all.first()) : word(all.first()) + " to " + word(all.last());
    return week + hours + evening + (market.isEmpty() ? "" : ": as " + market);
  }

  private static String word(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
  }

  /** The id of a usual market, or "" where none fits. */
  private String market() {
    if (days.values().stream().allMatch(this::isEveryDay)) {
      return "24x7";
    }
    if (isMixed() || bars < FEW) {
      return "";
    }
    if (sundayEvening && !sundayMorning) {
      boolean pause = times.stream().noneMatch(time -> time.equals(LocalTime.of(18, 0)));
      return pause ? "cme-globex" : "fx";
    }
    boolean regular = !times.first().isBefore(NYSE_OPEN) && !times.last().isAfter(NYSE_CLOSE);
    return regular ? "nyse" : "";
  }

  /** As an option of a command, where the file is not of days alone. */
  String option() {
    if (isMixed()) {
      StringBuilder text = new StringBuilder();
      everyDay().stream()
          .limit(3)
          .forEach(symbol -> text.append(" --set 'sessions.").append(symbol).append("=24x7'"));
      return text.append(" --set 'sessions.*=nyse'").toString();
    }
    String market = market();
    return market.isEmpty() ? "" : " --set 'sessions.*=" + market + "'";
  }
}
