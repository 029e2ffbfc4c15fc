package io.mirrorcore.backtest;

import io.mirrorcore.backtest.account.Accounting;
import io.mirrorcore.backtest.evidence.AgainstMarket;
import io.mirrorcore.backtest.evidence.Evidence;
import io.mirrorcore.backtest.evidence.MarketAlpha;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.evidence.SharpeBootstrap;
import io.mirrorcore.backtest.evidence.SharpeDifference;
import io.mirrorcore.backtest.evidence.SharpeRows;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.StressRow;
import io.mirrorcore.backtest.report.Verdict;
import io.mirrorcore.backtest.report.VerdictWording;
import io.mirrorcore.backtest.track.BestBar;
import io.mirrorcore.backtest.track.DeepestDrawdown;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.RollingMoments;
import io.mirrorcore.backtest.track.RollingSharpe;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.backtest.track.TrackSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures, evidence and curves of the tracks of one evaluation, all against one equal weight and,
 * where there is one, the market.
 */
final class TrackAssembly {

  private static final int FEWEST_FOR_ALPHA = 3;

  private final BacktestSettings settings;
  private final Compared compared;
  private final long[] times;
  private final long seed;
  private final SharpeRows equalRows;
  private final SharpeRows holdRows; // null without a market
  private SharpeDifference hurdle;
  private SharpeDifference marketHurdle;

  /**
   * What the others are compared with.
   *
   * @param equalWeight 1/N
   * @param hold the market; null where there is none
   * @param holdAtVolatility the market at a constant risk; null where there is none
   * @param benchmark returns of what is bought and held; null where there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Compared(
      TrackSeries equalWeight,
      TrackSeries hold,
      TrackSeries holdAtVolatility,
      double[] benchmark) {}

  /**
   * @param times of the evaluated bars
   * @param seed of the bootstrap; the same for all tracks, so that a track's interval does not
   *     depend on which others there are
   */
  TrackAssembly(BacktestSettings settings, Compared compared, long[] times, long seed) {
    this.settings = settings;
    this.compared = compared;
    this.times = times;
    this.seed = seed;
    equalRows = SharpeRows.of(compared.equalWeight().returns());
    holdRows = compared.hold() == null ? null : SharpeRows.of(compared.hold().returns());
  }

  /**
   * One track.
   *
   * @param idle whether it never had a position
   * @param trials that it was chosen from
   */
  Track track(TrackName name, boolean idle, TrackSeries series, Trials trials) {
    SharpeBootstrap bootstrap =
        SharpeBootstrap.of(SharpeRows.of(series.returns()), equalRows, seed);
    if (name.kind() == TrackKind.ENSEMBLE) {
      hurdle = bootstrap.difference(barsPerYear(), SharpeBootstrap.VERDICT_LEVEL);
    }
    boolean compares = name.kind().isPortfolio();
    RollingMoments rolling = compares ? rolling(series) : null;
    Evidence evidence =
        Evidence.of(
            ReturnMoments.of(series.returns()),
            bootstrap.interval(barsPerYear()),
            name.kind() == TrackKind.EQUAL_WEIGHT
                ? null
                : bootstrap.difference(barsPerYear(), SharpeBootstrap.LEVEL),
            trials);
    return new Track(
        name.text(),
        name.kind(),
        idle ? true : null,
        Figures.of(series, settings.stake().capital(), barsPerYear()),
        evidence,
        name.kind().isMarket() || holdRows == null ? null : againstMarket(name.kind(), series),
        BestBar.of(series.returns(), times, barsPerYear()),
        money(series),
        DeepestDrawdown.course(series.equity()),
        RollingSharpe.of(series.returns(), settings.rollingWindow(), barsPerYear()),
        compares ? rolling.volatility() : null,
        compares ? rolling.beta() : null);
  }

  private RollingMoments rolling(TrackSeries series) {
    double[] benchmark = compared.benchmark();
    double[] x = series.returns() == benchmark ? null : benchmark; // on itself it is 1
    return RollingMoments.of(series.returns(), x, settings.rollingWindow(), barsPerYear());
  }

  /** What a track is called, and what it is. */
  record TrackName(String text, TrackKind kind) {}

  /** The difference of portfolios alone: it takes as long as all the rest. */
  private AgainstMarket againstMarket(TrackKind kind, TrackSeries series) {
    SharpeDifference difference = null;
    if (kind.isPortfolio()) {
      SharpeBootstrap bootstrap =
          SharpeBootstrap.of(SharpeRows.of(series.returns()), holdRows, seed);
      difference = bootstrap.difference(barsPerYear(), SharpeBootstrap.LEVEL);
      if (kind == TrackKind.ENSEMBLE) {
        marketHurdle = bootstrap.difference(barsPerYear(), SharpeBootstrap.VERDICT_LEVEL);
      }
    }
    MarketAlpha alpha =
        series.returns().length < FEWEST_FOR_ALPHA
            ? null
            : MarketAlpha.of(
                series.returns(), compared.holdAtVolatility().returns(), barsPerYear());
    return new AgainstMarket(difference, alpha);
  }

  /** In words; to be asked when all tracks, the ensemble's among them, were made here. */
  Verdict verdict(List<Track> tracks, Accounting accounting) {
    return VerdictWording.of(tracks, new VerdictWording.Hurdles(hurdle, marketHurdle), accounting);
  }

  /** A track under each stress, itself before them. */
  List<StressRow> stress(String name, TrackSeries series) {
    List<StressRow> rows = new ArrayList<>();
    rows.add(stress(name, StressRow.NONE, series.returns()));
    for (int i = 0; i < series.stressed().size(); i++) {
      rows.add(stress(name, settings.stresses().get(i).name(), series.stressed().get(i)));
    }
    return series.stressed().isEmpty() ? List.of() : rows;
  }

  private StressRow stress(String track, String stress, double[] returns) {
    Figures figures = Figures.of(TrackSeries.ofReturns(returns), 1, barsPerYear());
    return new StressRow(
        track,
        stress,
        figures.ratios().sharpe(),
        figures.growth().annualReturn(),
        figures.risk().maxDrawdown());
  }

  private double[] money(TrackSeries series) {
    double[] money = new double[series.equity().length];
    for (int t = 0; t < money.length; t++) {
      money[t] = settings.stake().capital() * series.equity()[t];
    }
    return money;
  }

  private double barsPerYear() {
    return settings.scale().barsPerYear();
  }
}
