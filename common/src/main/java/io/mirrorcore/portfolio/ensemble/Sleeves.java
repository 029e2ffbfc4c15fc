package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.state.Stateful;
import java.util.List;

/**
 * What the weights of an ensemble are of: the strategies themselves, or sleeves made of them. On
 * the topic it is strategies always.
 */
interface Sleeves extends Stateful {

  static Sleeves of(EnsembleSettings settings) {
    ProfileSettings profile = settings.profile();
    return profile.profile() == ProfileSettings.Profile.OVERLAY
        ? new OverlaySleeves(profile.overlay(), settings.bars().perDay())
        : new StrategySleeves(profile.leavesMarketOut());
  }

  /** The bar as the ensemble sees it, its strategies the sleeves; to be asked once a bar. */
  PortfolioBar of(PortfolioBar bar);

  /** Ids on the topic, of the bar that was seen last. */
  List<String> published();

  /**
   * Values of the ids on the topic.
   *
   * @param bySleeve in the order of the sleeves; what comes behind them, cash, is kept
   */
  double[] expand(double[] bySleeve);
}
