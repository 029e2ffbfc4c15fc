package io.mirrorcore.backtest;

import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.track.TrackRun;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What an evaluation needs to know besides the records.
 *
 * @param mode how the due times came about
 * @param train bars of an estimate, 0 or more; in walk-forward at least 2
 * @param test bars between two due times, 0 or more; in walk-forward at least 1
 * @param anchored whether the estimate begins with the first bar instead of rolling
 * @param interval of the bars, as shown
 * @param barsPerYear for annualising, above 0
 * @param barsPerYearSource where that number is from, as shown
 * @param capital at the start, above 0
 * @param costRate of trading between strategies, share of the turnover, in [0, 1]
 * @param cashReturn simple return of cash a bar, above -1
 * @param zone whose months the monthly returns are of
 * @param trials that the ensemble was chosen from
 */
public record BacktestSettings(
    BacktestMode mode,
    int train,
    int test,
    boolean anchored,
    String interval,
    double barsPerYear,
    String barsPerYearSource,
    double capital,
    double costRate,
    double cashReturn,
    ZoneId zone,
    Trials trials)
    implements Serializable {

  /** Of the rolling Sharpe ratio where there is no training window: a quarter of a year of days. */
  private static final int ROLLING_BARS = 63;

  public BacktestSettings {
    boolean walks = mode == BacktestMode.WALK_FORWARD;
    atLeast("train", train, walks ? 2 : 0);
    atLeast("test", test, walks ? 1 : 0);
    finite("bars-per-year", barsPerYear, barsPerYear > 0, "above 0");
    finite("capital", capital, capital > 0, "above 0");
    finite("cost", costRate, costRate >= 0 && costRate <= 1, "in [0, 1]");
    finite("cash return", cashReturn, cashReturn > -1, "above -1");
    if (mode == null || interval == null || barsPerYearSource == null) {
      throw new IllegalArgumentException("mode, interval and source of bars-per-year must be set");
    }
    if (zone == null || trials == null) {
      throw new IllegalArgumentException("zone and trials must be set");
    }
  }

  /**
   * Walk-forward with capital 100,000, cost 0.001, cash that earns nothing, months in UTC and one
   * trial.
   */
  public static BacktestSettings walkForward(
      int train, int test, String interval, double barsPerYear, String barsPerYearSource) {
    return new BacktestSettings(
        BacktestMode.WALK_FORWARD,
        train,
        test,
        false,
        interval,
        barsPerYear,
        barsPerYearSource,
        100_000,
        0.001,
        0,
        ZoneOffset.UTC,
        Trials.ONE);
  }

  /** Bars of the rolling Sharpe ratio: the training window, or 63 where there is none. */
  public int rollingWindow() {
    return train >= 2 ? train : ROLLING_BARS;
  }

  TrackRun.Costs costs() {
    return new TrackRun.Costs(costRate, cashReturn);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + " bars; have " + value);
    }
  }

  private static void finite(String name, double value, boolean allowed, String range) {
    if (!(allowed && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be " + range + "; have " + value);
    }
  }
}
