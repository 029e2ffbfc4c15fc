package io.mirrorcore.backtest;

import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.backtest.track.TrackRun;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What an evaluation needs to know besides the records.
 *
 * @param walk how the due times came about
 * @param scale of the bars
 * @param stake capital and cost
 * @param cashReturn simple return of cash a bar, above -1
 * @param zone whose months the monthly returns are of
 * @param trials that the ensemble was chosen from
 */
public record BacktestSettings(
    Walk walk, BarScale scale, Stake stake, double cashReturn, ZoneId zone, Trials trials)
    implements Serializable {

  /** Of the rolling Sharpe ratio where there is no training window: a quarter of a year of days. */
  private static final int ROLLING_BARS = 63;

  public BacktestSettings {
    Objects.requireNonNull(walk, "walk");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(stake, "stake");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(trials, "trials");
    if (!(cashReturn > -1 && cashReturn < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("cash return must be above -1; have " + cashReturn);
    }
  }

  /** Bars of the rolling Sharpe ratio: the training window, or 63 where there is none. */
  int rollingWindow() {
    return walk.train() >= 2 ? walk.train() : ROLLING_BARS;
  }

  TrackRun.Costs costs() {
    return new TrackRun.Costs(stake.costRate(), cashReturn);
  }
}
