package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.calendar.SessionGrid;
import io.mirrorcore.calendar.TradingHours;
import io.mirrorcore.jobs.plan.BarPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** To which bar of its symbol a moment belongs: by the grid of the job, or by sessions. */
final class BarCloses {

  private final BarPlan plan;
  private final Map<TradingHours, SessionGrid> grids = new HashMap<>();
  private final Map<String, Optional<SessionGrid>> bySymbol = new HashMap<>();

  BarCloses(BarPlan plan) {
    this.plan = plan;
  }

  /**
   * Close of the bar that is made of what happens at {@code time}, epoch milliseconds; empty where
   * the market of the symbol is closed then, or none is declared.
   */
  OptionalLong of(String symbol, long time) {
    return plan.sessions().fromOpen()
        ? session(symbol).map(grid -> grid.closeOf(time)).orElse(OptionalLong.empty())
        : OptionalLong.of(plan.grid().closeAtOrAfter(time));
  }

  /**
   * Close of the bar at which something is first known that goes with bars but makes none. While a
   * market is closed, that is the first bar after it.
   */
  OptionalLong atOrAfter(String symbol, long time) {
    return plan.sessions().fromOpen()
        ? session(symbol).map(grid -> grid.closeAtOrAfter(time)).orElse(OptionalLong.empty())
        : OptionalLong.of(plan.grid().closeAtOrAfter(time));
  }

  /** Whether a bar of the symbol may close at {@code time}. */
  boolean isClose(String symbol, long time) {
    OptionalLong close = of(symbol, time);
    return close.isPresent() && close.getAsLong() == time;
  }

  private Optional<SessionGrid> session(String symbol) {
    return bySymbol.computeIfAbsent(symbol, name -> plan.sessions().of(name).map(this::grid));
  }

  private SessionGrid grid(TradingHours hours) {
    return grids.computeIfAbsent(hours, of -> new SessionGrid(of, plan.grid().intervalMs()));
  }
}
