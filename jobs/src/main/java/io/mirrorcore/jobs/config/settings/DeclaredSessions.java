package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.calendar.Exchange;
import io.mirrorcore.calendar.Holidays;
import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.calendar.TradingHours;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.SessionKeys;
import io.mirrorcore.market.SymbolPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The hours that a configuration declares, by pattern of symbols. Of several patterns that match a
 * symbol the one with the most literal characters counts, as it is with costs.
 */
final class DeclaredSessions {

  private static final double WEEKS = 365.0 / 7;

  private final Map<String, Object> values;

  /**
   * @param values by pattern, or by pattern, dot and option
   */
  DeclaredSessions(Map<String, Object> values) {
    this.values = values;
  }

  /** The pattern in a key behind the prefix. */
  static String pattern(String rest) {
    return option(rest).isPresent() ? rest.substring(0, rest.lastIndexOf('.')) : rest;
  }

  /** The option in a key behind the prefix; empty where the key is a pattern alone. */
  static Optional<ConfigKey<?>> option(String rest) {
    String last = rest.substring(rest.lastIndexOf('.') + 1);
    return rest.indexOf('.') < 0
        ? Optional.empty()
        : SessionKeys.EACH.stream().filter(option -> option.key().equals(last)).findFirst();
  }

  /** One sentence for each pattern whose hours are not all known. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (String pattern : patterns()) {
      if (!isWhole(pattern)) {
        problems.add(
            "%s%s must have a market, or zone, days and hours; add what is missing"
                .formatted(SessionKeys.PREFIX, pattern));
      }
    }
    return problems;
  }

  private boolean isWhole(String pattern) {
    return market(pattern).isPresent()
        || (of(pattern, SessionKeys.ZONE).isPresent()
            && of(pattern, SessionKeys.DAYS).isPresent()
            && of(pattern, SessionKeys.HOURS).isPresent());
  }

  MarketSessions sessions(long intervalMs, boolean fromOpen) {
    List<MarketSessions.Rule> rules =
        patterns().stream()
            .filter(this::isWhole)
            .sorted(
                Comparator.comparingInt(SymbolPattern::literals)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .map(pattern -> new MarketSessions.Rule(pattern, hours(pattern)))
            .toList();
    return new MarketSessions(rules, intervalMs, fromOpen);
  }

  private SortedSet<String> patterns() {
    TreeSet<String> patterns = new TreeSet<>();
    values.keySet().forEach(rest -> patterns.add(pattern(rest)));
    return patterns;
  }

  private TradingHours hours(String pattern) {
    Optional<TradingHours> market = market(pattern).map(Exchange::hours);
    Set<DayOfWeek> days =
        of(pattern, SessionKeys.DAYS)
            .<Set<DayOfWeek>>map(TreeSet::new)
            .orElseGet(() -> market.orElseThrow().days());
    TradingHours whole =
        new TradingHours(
            of(pattern, SessionKeys.ZONE).orElseGet(() -> market.orElseThrow().zone()),
            days,
            of(pattern, SessionKeys.HOURS).orElseGet(() -> market.orElseThrow().hours()),
            market.map(TradingHours::rests).orElse(Holidays.NONE),
            new TreeSet<>(holidays(pattern)),
            Map.of(),
            of(pattern, SessionKeys.DAYS_PER_YEAR)
                .orElseGet(
                    () ->
                        market
                            .filter(of -> of.days().equals(days))
                            .map(TradingHours::daysPerYear)
                            .orElseGet(() -> daysPerYear(days, holidays(pattern)))));
    return whole.closingEarly(of(pattern, SessionKeys.HALF_DAYS).orElse(List.of()));
  }

  private List<LocalDate> holidays(String pattern) {
    return of(pattern, SessionKeys.HOLIDAYS).orElse(List.of());
  }

  /** The holidays of the years that any are listed of, as those of every year. */
  private static double daysPerYear(Set<DayOfWeek> days, List<LocalDate> holidays) {
    long years = holidays.stream().map(LocalDate::getYear).distinct().count();
    return Math.rint(WEEKS * days.size() - (double) holidays.size() / Math.max(1, years));
  }

  private Optional<Exchange> market(String pattern) {
    return Optional.ofNullable((Exchange) values.get(pattern))
        .or(() -> of(pattern, SessionKeys.MARKET));
  }

  @SuppressWarnings("unchecked") // the option itself made the value
  private <T> Optional<T> of(String pattern, ConfigKey<T> option) {
    return Optional.ofNullable((T) values.get(pattern + "." + option.key()));
  }
}
