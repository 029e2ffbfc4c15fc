package io.mirrorcore.backtest;

import io.mirrorcore.backtest.evidence.Evidence;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.evidence.SharpeBootstrap;
import io.mirrorcore.backtest.evidence.SharpeDifference;
import io.mirrorcore.backtest.evidence.SharpeInterval;
import io.mirrorcore.backtest.evidence.SharpeRows;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.Verdict;
import io.mirrorcore.backtest.report.VerdictWording;
import io.mirrorcore.backtest.track.DeepestDrawdown;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.RollingSharpe;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.backtest.track.TrackSeries;
import java.util.List;

/** Figures, evidence and curves of the tracks of one evaluation, all against one equal weight. */
final class TrackAssembly {

  private final BacktestSettings settings;
  private final TrackSeries equalWeight;
  private final SharpeRows equalRows;
  private final long seed;
  private SharpeDifference hurdle;

  /**
   * @param equalWeight what the others are compared with
   * @param seed of the bootstrap; the same for all tracks, so that a track's interval does not
   *     depend on which others there are
   */
  TrackAssembly(BacktestSettings settings, TrackSeries equalWeight, long seed) {
    this.settings = settings;
    this.equalWeight = equalWeight;
    this.seed = seed;
    equalRows = SharpeRows.of(equalWeight.returns());
  }

  /** The track of equal weight itself. */
  Track equalWeight() {
    SharpeInterval interval =
        SharpeBootstrap.of(equalRows, equalRows, seed).interval(settings.scale().barsPerYear());
    return track(
        "Equal weight",
        TrackKind.EQUAL_WEIGHT,
        equalWeight,
        Evidence.of(ReturnMoments.of(equalWeight.returns()), interval, null, Trials.ONE));
  }

  /** Any other track. */
  Track track(String name, TrackKind kind, TrackSeries series, Trials trials) {
    SharpeBootstrap bootstrap =
        SharpeBootstrap.of(SharpeRows.of(series.returns()), equalRows, seed);
    if (kind == TrackKind.ENSEMBLE) {
      hurdle = bootstrap.difference(settings.scale().barsPerYear(), SharpeBootstrap.VERDICT_LEVEL);
    }
    Evidence evidence =
        Evidence.of(
            ReturnMoments.of(series.returns()),
            bootstrap.interval(settings.scale().barsPerYear()),
            bootstrap.difference(settings.scale().barsPerYear(), SharpeBootstrap.LEVEL),
            trials);
    return track(name, kind, series, evidence);
  }

  /** In words; to be asked when all tracks, the ensemble's among them, were made here. */
  Verdict verdict(List<Track> tracks) {
    return VerdictWording.of(tracks, hurdle);
  }

  private Track track(String name, TrackKind kind, TrackSeries series, Evidence evidence) {
    double[] money = new double[series.equity().length];
    for (int t = 0; t < money.length; t++) {
      money[t] = settings.stake().capital() * series.equity()[t];
    }
    return new Track(
        name,
        kind,
        Figures.of(series, settings.stake().capital(), settings.scale().barsPerYear()),
        evidence,
        money,
        DeepestDrawdown.course(series.equity()),
        RollingSharpe.of(
            series.returns(), settings.rollingWindow(), settings.scale().barsPerYear()));
  }
}
