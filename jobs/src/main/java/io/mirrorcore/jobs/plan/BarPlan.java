package io.mirrorcore.jobs.plan;

import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.wire.time.ExpiryTimes;
import io.mirrorcore.market.BarGrid;
import io.mirrorcore.market.SymbolRules;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The bars of a job.
 *
 * @param grid when they close, unless sessions say it
 * @param inputMs length of the bars that come in, milliseconds: that of the grid, or less where its
 *     bars are made from them
 * @param sessions with which bars begin, where {@code fromOpen} is set there
 * @param fromTicks whether they are built from trades instead of coming in
 * @param revised whether a bar replaces an earlier one of its symbol and time, until their interval
 *     is closed
 * @param expiries whose zones part, by their midnights, the days of the exchanges
 * @param differences notionals of the symbols whose returns are differences of prices
 */
public record BarPlan(
    BarGrid grid,
    long inputMs,
    MarketSessions sessions,
    boolean fromTicks,
    boolean revised,
    ExpiryTimes expiries,
    SymbolRules<Double> differences)
    implements Serializable {

  static BarPlan of(Settings settings) {
    return new BarPlan(
        Engines.barGrid(settings),
        settings.inputInterval().toMillis(),
        settings.sessions(),
        settings.get(PipelineKeys.BARS_FROM) == Choices.BarSource.TICKS,
        settings.get(PipelineKeys.BARS_REVISIONS) == Choices.Revisions.LAST_BEFORE_CLOSE,
        settings.expiries(),
        settings.differences());
  }

  /** Whether bars are made from shorter ones that come in. */
  public boolean ofBars() {
    return !fromTicks && inputMs < grid.intervalMs();
  }

  /**
   * The midnight that ends the day of a bar; one that closes at midnight covers what was before.
   *
   * @param close of the bar, epoch milliseconds
   * @return epoch milliseconds, {@code close} or later
   */
  public long dayEnd(String symbol, long close) {
    ZoneId dayZone = expiries.of(symbol).zone();
    LocalDate day = Instant.ofEpochMilli(close - 1).atZone(dayZone).toLocalDate();
    return day.plusDays(1).atStartOfDay(dayZone).toInstant().toEpochMilli();
  }
}
