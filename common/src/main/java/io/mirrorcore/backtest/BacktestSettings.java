package io.mirrorcore.backtest;

import io.mirrorcore.backtest.account.Accounting;
import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.backtest.track.Evaluated;
import io.mirrorcore.backtest.track.TrailingSharpe;
import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.portfolio.settings.PositionSettings;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
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
 * @param positions how weights become what is held
 * @param stresses under which the portfolios are told too
 * @param profiles that the live engine is run under for the report
 * @param benchmark symbol that tracks are compared with; null: the portfolio's symbols, bought and
 *     held
 */
public record BacktestSettings(
    Walk walk,
    BarScale scale,
    Stake stake,
    double cashReturn,
    ZoneId zone,
    Trials trials,
    Positions positions,
    List<Stress> stresses,
    ProfileTracks profiles,
    String benchmark)
    implements Serializable {

  /** Of the rolling Sharpe ratio where there is no training window: a quarter of a year of days. */
  private static final int ROLLING_BARS = 63;

  /**
   * How weights become what is held.
   *
   * @param settings the no-trade band
   * @param barsPerDay above 0
   * @param accounting what tracks are judged on where the symbols are known
   */
  public record Positions(PositionSettings settings, double barsPerDay, Accounting accounting)
      implements Serializable {

    /** Judged as they are traded. */
    public Positions(PositionSettings settings, double barsPerDay) {
      this(settings, barsPerDay, Accounting.NETTED);
    }

    /** No band. */
    public static final Positions NO_BAND = new Positions(PositionSettings.none(), 1);
  }

  /** Of the published weights alone. */
  public BacktestSettings(
      Walk walk,
      BarScale scale,
      Stake stake,
      double cashReturn,
      ZoneId zone,
      Trials trials,
      Positions positions,
      List<Stress> stresses) {
    this(
        walk,
        scale,
        stake,
        cashReturn,
        zone,
        trials,
        positions,
        stresses,
        ProfileTracks.NONE,
        null);
  }

  public BacktestSettings {
    Objects.requireNonNull(profiles, "profiles");
    stresses = List.copyOf(stresses);
    Objects.requireNonNull(positions, "positions");
    Objects.requireNonNull(walk, "walk");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(stake, "stake");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(trials, "trials");
    if (!(cashReturn > -1 && cashReturn < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("cash return must be above -1; have " + cashReturn);
    }
  }

  /** The same with other engines. */
  BacktestSettings withProfiles(ProfileTracks others) {
    return new BacktestSettings(
        walk, scale, stake, cashReturn, zone, trials, positions, stresses, others, benchmark);
  }

  /** Bars of the rolling Sharpe ratio: the training window, or 63 where there is none. */
  int rollingWindow() {
    return walk.train() >= 2
        ? TrailingSharpe.window(walk.train(), scale.barsPerYear())
        : ROLLING_BARS;
  }

  Evaluated.Account account() {
    return new Evaluated.Account(
        stake.costRate(),
        cashReturn,
        positions.settings(),
        new BarRate(positions.barsPerDay(), scale.barsPerYear()),
        positions.accounting());
  }
}
