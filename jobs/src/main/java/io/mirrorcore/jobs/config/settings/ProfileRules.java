package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.portfolio.settings.WeightsFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rules between a profile, its periods, and the rest. */
final class ProfileRules {

  private static final Duration DAY = Duration.ofDays(1);

  private final Settings settings;
  private final List<String> problems = new ArrayList<>();

  private ProfileRules(Settings settings) {
    this.settings = settings;
  }

  /** One sentence a violation; empty when all is well. */
  static List<String> check(Settings settings) {
    ProfileRules rules = new ProfileRules(settings);
    rules.checkPeriod();
    rules.checkProfile();
    return rules.problems;
  }

  private void checkPeriod() {
    Duration period = settings.get(ProfileKeys.PERIOD);
    Duration interval = settings.get(PipelineKeys.BARS_INTERVAL);
    require(
        period.compareTo(interval) <= 0
            || period.toMillis() % interval.toMillis() == 0
            || DAY.toMillis() % interval.toMillis() != 0, // told already
        "%s must be a multiple of %s; have %s and %s; set another, or bar"
            .formatted(
                ProfileKeys.PERIOD,
                PipelineKeys.BARS_INTERVAL,
                Periods.text(settings),
                DurationText.format(interval)));
    int train = settings.get(BacktestKeys.TRAIN);
    int test = settings.get(BacktestKeys.TEST);
    require(
        settings.get(BacktestKeys.MODE) == Choices.Walk.EVENT || train >= test,
        ("%s must be at least %s: weights may not be held for longer than what they were estimated"
                + " from; have %s and %s; raise the first")
            .formatted(BacktestKeys.TRAIN, BacktestKeys.TEST, train, test));
  }

  private void checkProfile() {
    Profile profile = settings.get(ProfileKeys.PROFILE);
    if (profile == Profile.GUIDE) {
      return;
    }
    require(
        settings.get(EnsembleKeys.CASH_ENABLED),
        "%s must be true where %s is %s, which begins in CASH; have false; delete the line"
            .formatted(EnsembleKeys.CASH_ENABLED, ProfileKeys.PROFILE, profile.word()));
    Objective objective = settings.get(EnsembleKeys.OBJECTIVE);
    require(
        objective.id().equals("mean-variance"),
        "%s must be mean-variance where %s is %s, which has a problem of its own; have %s; delete"
                .formatted(
                    EnsembleKeys.OBJECTIVE, ProfileKeys.PROFILE, profile.word(), objective.id())
            + " the line");
    require(
        settings.get(EnsembleKeys.WEIGHTS) == WeightsFrom.OPTIMAL,
        "%s must be optimal where %s is %s, which resamples nothing; have resampled; delete the line"
            .formatted(EnsembleKeys.WEIGHTS, ProfileKeys.PROFILE, profile.word()));
    List<String> ids = settings.strategies().stream().map(s -> s.strategy().id()).toList();
    for (String id : settings.get(ProfileKeys.OVERLAY_STRATEGIES)) {
      require(
          ids.contains(id),
          "%s must name strategies that are switched on; have %s; remove it or enable it"
              .formatted(ProfileKeys.OVERLAY_STRATEGIES, id));
    }
  }

  private void require(boolean rule, String problem) {
    if (!rule) {
      problems.add(problem);
    }
  }
}
