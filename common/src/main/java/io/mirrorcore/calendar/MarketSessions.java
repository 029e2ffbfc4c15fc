package io.mirrorcore.calendar;

import io.mirrorcore.market.SymbolPattern;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The hours of each symbol, as far as they are known.
 *
 * @param rules tried in order; the first that matches a symbol gives its hours
 * @param intervalMs length of a bar, milliseconds
 * @param fromOpen whether bars begin with the session of their market, see {@link SessionGrid}, and
 *     not at multiples of the interval
 */
public record MarketSessions(List<Rule> rules, long intervalMs, boolean fromOpen)
    implements Serializable {

  /**
   * Whose hours are known.
   *
   * @param pattern of symbols, with {@code *} and {@code ?}
   * @param hours of their market
   */
  public record Rule(String pattern, TradingHours hours) implements Serializable {}

  /** Of bars that begin at multiples of the interval. */
  public MarketSessions(List<Rule> rules, long intervalMs) {
    this(rules, intervalMs, false);
  }

  public MarketSessions {
    rules = List.copyOf(rules);
    if (!(intervalMs > 0)) {
      throw new IllegalArgumentException("intervalMs must be above 0; have " + intervalMs);
    }
  }

  /** Nothing is known: every symbol is to have a bar whenever another one has. */
  public static MarketSessions unknown() {
    return new MarketSessions(List.of(), 1);
  }

  /** The hours of a symbol, where they are known. */
  public Optional<TradingHours> of(String symbol) {
    for (Rule rule : rules) {
      if (SymbolPattern.matches(rule.pattern(), symbol)) {
        return Optional.of(rule.hours());
      }
    }
    return Optional.empty();
  }

  /** Whether a symbol without a bar that closes at {@code close} has missed one. */
  public boolean expects(String symbol, long close) {
    return of(symbol).map(hours -> hasBar(hours, close)).orElse(true);
  }

  /** From their opening on, bars of two markets need not close together. */
  private boolean hasBar(TradingHours hours, long close) {
    if (!fromOpen) {
      return hours.isOpen(close - intervalMs, close);
    }
    OptionalLong own = new SessionGrid(hours, intervalMs).closeOf(close);
    return own.isPresent() && own.getAsLong() == close;
  }

  /**
   * Bars per day and year of a portfolio: those at which any of its markets is open.
   *
   * @return empty where the hours of a symbol are not known, or there is none
   */
  public Optional<BarCount> count(Collection<String> symbols) {
    Set<TradingHours> markets = new LinkedHashSet<>();
    for (String symbol : symbols) {
      Optional<TradingHours> hours = of(symbol);
      if (hours.isEmpty()) {
        return Optional.empty();
      }
      markets.add(hours.get());
    }
    return markets.isEmpty()
        ? Optional.empty()
        : Optional.of(BarCount.of(markets, intervalMs, fromOpen));
  }

  /** The same of all markets that are declared, for a job that does not know its symbols yet. */
  public Optional<BarCount> countAll() {
    List<TradingHours> markets = rules.stream().map(Rule::hours).distinct().toList();
    return markets.isEmpty()
        ? Optional.empty()
        : Optional.of(BarCount.of(markets, intervalMs, fromOpen));
  }
}
