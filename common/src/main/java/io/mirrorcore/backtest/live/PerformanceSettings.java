package io.mirrorcore.backtest.live;

import io.mirrorcore.backtest.track.Evaluated;
import io.mirrorcore.backtest.track.TrailingSharpe;
import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.PositionSettings;

/**
 * How performance is kept.
 *
 * @param account as a backtest's tracks have it
 * @param window of the rolling Sharpe ratio, bars, 2 or more
 * @param barsPerPeriod of what the estimates count in, above 0
 * @param sharpeBelow LOW_REALISED_SHARPE: rolling Sharpe ratio, annualised; {@link #NEVER}: no
 *     alert, however low it is, which of bars of a minute is lower still
 */
public record PerformanceSettings(
    Evaluated.Account account, int window, double barsPerPeriod, double sharpeBelow) {

  /** The threshold that nothing is below. */
  public static final double NEVER = -100;

  /**
   * Of the settings of an ensemble.
   *
   * @param weightCost of trading between strategies, share of the turnover
   */
  public static PerformanceSettings of(EnsembleSettings settings, double weightCost) {
    BarRate bars = settings.bars();
    PositionSettings positions = settings.positions();
    return new PerformanceSettings(
        new Evaluated.Account(
            weightCost, settings.allocation().cash().rate() / bars.perYear(), positions, bars),
        TrailingSharpe.window(settings.window().length(), bars.perYear()),
        bars.perDay() / settings.time().periods().perDay(),
        settings.alerts().realisedSharpeBelow());
  }
}
