package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.profile.EvidenceEstimate;
import io.mirrorcore.regime.Cadence;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The defaults of the profiles besides the guide, whose own stand with the keys: five years of
 * periods from the first year on, weekly, the same problem in every regime, cash, no gate; and no
 * alert of a low Sharpe ratio, which is small there by design.
 */
final class ProfileDefaults {

  /** Below any there is. */
  private static final double NO_SHARPE = -100;

  private static final int MOST_PERIODS = 100_000;

  private static final Set<String> OF_PROFILE =
      Set.of(
          EnsembleKeys.MIN_OBSERVATIONS.key(),
          EnsembleKeys.WINDOW.key(),
          EnsembleKeys.CASH_ENABLED.key(),
          EnsembleKeys.GATE_TURNOVER_BELOW.key(),
          EnsembleKeys.GATE_CONFIDENCE_ABOVE.key(),
          EnsembleKeys.GATE_TRADE_THRESHOLD.key(),
          EnsembleKeys.WEIGHTS.key(),
          EnsembleKeys.LAMBDA.key(),
          EnsembleKeys.ETA.key(),
          EnsembleKeys.MAX_WEIGHT.key(),
          EnsembleKeys.ALERT_LOW_SHARPE.key());

  private ProfileDefaults() {}

  /** The values of keys that follow the profile; none for the guide. */
  static SortedMap<String, Object> of(Settings settings) {
    TreeMap<String, Object> defaults = new TreeMap<>();
    if (settings.get(ProfileKeys.PROFILE) == Profile.GUIDE) {
      return defaults;
    }
    int year = (int) Math.max(2, Math.round(Periods.of(settings).rate().perYear()));
    put(defaults, EnsembleKeys.MIN_OBSERVATIONS, Math.min(MOST_PERIODS, year));
    put(defaults, EnsembleKeys.WINDOW, Math.min(MOST_PERIODS, 5 * year));
    put(defaults, EnsembleKeys.CASH_ENABLED, true);
    put(defaults, EnsembleKeys.GATE_TURNOVER_BELOW, 2.0);
    put(defaults, EnsembleKeys.GATE_CONFIDENCE_ABOVE, 0.0);
    put(defaults, EnsembleKeys.GATE_TRADE_THRESHOLD, 0.0);
    put(defaults, EnsembleKeys.ALERT_LOW_SHARPE, NO_SHARPE);
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      put(defaults, regime.lambda(), EvidenceEstimate.LAMBDA);
      put(defaults, regime.eta(), EvidenceEstimate.ETA);
      put(defaults, regime.cap(), 1.0);
      put(defaults, regime.every(), Cadence.ofDays(7));
      put(defaults, regime.hold(), false);
    }
    return defaults;
  }

  private static <T> void put(SortedMap<String, Object> defaults, ConfigKey<T> option, T value) {
    defaults.put(option.key(), value);
  }

  /** Keys whose default depends on the profile: what is set for one says nothing of another. */
  static boolean isOfProfile(String key) {
    return OF_PROFILE.contains(key)
        || EnsembleKeys.REGIMES.stream()
            .anyMatch(regime -> regime.all().stream().anyMatch(o -> o.key().equals(key)));
  }
}
