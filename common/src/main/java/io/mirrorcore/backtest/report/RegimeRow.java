package io.mirrorcore.backtest.report;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.evidence.SharpeInterval;
import io.mirrorcore.backtest.track.LossFromPeak;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.backtest.track.WeightsHistory;
import io.mirrorcore.regime.Regime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a track came to in the bars of one regime: what an ensemble that adapts would have to be
 * good at. The regime of a bar is the one that was known at the close before it.
 *
 * @param track its name
 * @param regime that ruled
 * @param bars for which it did, of all its spans together
 * @param sharpe annualised, of these bars alone; 0 where they do not vary
 * @param interval of it, 95 %, as if bars were independent; null of fewer than two
 * @param winRate share of bars with a gain among those with a position; 0 where there is none
 * @param maxDrawdown greatest loss from a peak over these bars alone, put end to end, in [0, 1]
 * @param turnover of weights, a year
 */
public record RegimeRow(
    String track,
    Regime regime,
    int bars,
    double sharpe,
    SharpeInterval interval,
    double winRate,
    double maxDrawdown,
    double turnover) {

  /** The regime of each evaluated bar. */
  public static Regime[] of(WeightsHistory history, long[] times) {
    Regime[] regimes = new Regime[times.length];
    int due = 0;
    for (int t = 0; t < times.length; t++) {
      while (due + 1 < history.size() && history.get(due + 1).time() < times[t]) {
        due++;
      }
      regimes[t] = history.get(due).regime();
    }
    return regimes;
  }

  /**
   * One track in every regime that ever ruled, in the order of {@link Regime}.
   *
   * @param regimes by bar
   */
  public static List<RegimeRow> of(
      String track, TrackSeries series, Regime[] regimes, double barsPerYear) {
    List<RegimeRow> rows = new ArrayList<>();
    for (Regime regime : Regime.values()) {
      if (Arrays.asList(regimes).contains(regime)) {
        rows.add(row(track, series, regimes, regime, barsPerYear));
      }
    }
    return rows;
  }

  private static RegimeRow row(
      String track, TrackSeries series, Regime[] regimes, Regime regime, double barsPerYear) {
    double[] returns = new double[regimes.length];
    int bars = 0;
    int positioned = 0;
    int gaining = 0;
    double turnover = 0;
    for (int t = 0; t < regimes.length; t++) {
      if (regimes[t] == regime) {
        double value = series.returns()[t];
        boolean held = series.byBar().positioned().get(t);
        returns[bars++] = value;
        positioned += held ? 1 : 0;
        gaining += held && value > 0 ? 1 : 0;
        turnover += series.byBar().turnover()[t];
      }
    }
    double[] own = Arrays.copyOf(returns, bars);
    ReturnMoments moments = ReturnMoments.of(own);
    return new RegimeRow(
        track,
        regime,
        bars,
        FiniteRatio.bounded(moments.sharpe() * Math.sqrt(barsPerYear)),
        bars < 2 ? null : SharpeInterval.of(moments, barsPerYear),
        positioned == 0 ? 0 : (double) gaining / positioned,
        deepest(own),
        FiniteRatio.bounded(turnover * barsPerYear / bars));
  }

  private static double deepest(double[] returns) {
    LossFromPeak loss = new LossFromPeak();
    double deepest = 0;
    for (double equity : TrackSeries.ofReturns(returns).equity()) {
      deepest = Math.max(deepest, -loss.at(equity));
    }
    return deepest;
  }
}
