package io.mirrorcore.local.demo;

import io.mirrorcore.portfolio.record.TargetPositions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The portfolios of a demo side by side with the market itself, from published positions and the
 * simulated prices. All count from the same close on, behind the year that evidence asks for before
 * it begins.
 */
public final class Standings {

  private static final String HOLD = "HOLD";

  private final Prices prices;
  private final double barsPerYear;
  private final Map<String, PaperAccount> accounts = new LinkedHashMap<>();
  private final Map<String, Long> seen = new TreeMap<>();
  private final List<String> portfolios;
  private final long since;
  private long newest;

  /**
   * @param since close behind which all count, epoch milliseconds
   */
  Standings(Prices prices, double cost, double barsPerYear, List<String> portfolios, long since) {
    this.prices = prices;
    this.barsPerYear = barsPerYear;
    this.portfolios = List.copyOf(portfolios);
    this.since = since;
    DemoSettings.PORTFOLIOS.stream()
        .filter(this.portfolios::contains)
        .forEach(portfolio -> accounts.put(portfolio, new PaperAccount(cost)));
    this.portfolios.forEach(portfolio -> accounts.putIfAbsent(portfolio, new PaperAccount(cost)));
    accounts.put(HOLD, new PaperAccount(cost));
  }

  /** Positions of one close, of which each portfolio publishes its own in the order of time. */
  void add(TargetPositions positions) {
    PaperAccount account = accounts.get(positions.portfolio());
    if (account == null) {
      return;
    }
    long time = positions.time();
    Map<String, Double> returns = prices.returns(time);
    account.close(returns, positions.positions(), time > since);
    if (seen.values().stream().allMatch(other -> other < time)) {
      hold(time, returns);
    }
    seen.put(positions.portfolio(), time);
    newest = Math.max(newest, time);
    if (seen.size() == portfolios.size()) {
      prices.forgetBefore(seen.values().stream().min(Long::compare).orElseThrow());
    }
  }

  private void hold(long time, Map<String, Double> returns) {
    Map<String, Double> equal = new TreeMap<>();
    returns.keySet().forEach(symbol -> equal.put(symbol, 1.0 / returns.size()));
    accounts.get(HOLD).close(returns, equal, time > since);
  }

  /** The newest close of which positions are known, epoch milliseconds; 0 before the first. */
  public long newest() {
    return newest;
  }

  /** One line: what 100 have become, of each. */
  public String line() {
    List<String> parts = new ArrayList<>();
    accounts.forEach(
        (name, account) ->
            parts.add(String.format(Locale.ROOT, "%s %.1f", label(name), 100 * account.value())));
    return "of 100 since " + day(since) + ":  " + String.join("   ", parts);
  }

  /** A table for people; empty before there is anything to tell. */
  public String table() {
    StringBuilder text = new StringBuilder();
    if (accounts.get(HOLD).bars() == 0) {
      return "";
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  %s to %s, after costs    return a year  volatility  Sharpe  worst drawdown  traded a year%n",
            day(since),
            day(newest)));
    accounts.forEach((name, account) -> row(text, label(name), account));
    return text.toString();
  }

  private void row(StringBuilder text, String name, PaperAccount account) {
    if (account.bars() == 0) {
      return;
    }
    PaperAccount.Figures figures = account.figures(barsPerYear);
    text.append(
        String.format(
            Locale.ROOT,
            "    %-36s %+12.1f %%  %8.1f %%  %+6.2f  %12.1f %%  %11.1f x%n",
            name,
            100 * figures.annual(),
            100 * figures.volatility(),
            figures.sharpe(),
            100 * figures.drawdown(),
            figures.turnover()));
  }

  private static String label(String name) {
    return name.equals(DemoSettings.EQUAL) ? "1/N" : name;
  }

  private static String day(long time) {
    return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
