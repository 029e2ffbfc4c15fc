package io.mirrorcore.jobs.backtest;

import io.mirrorcore.backtest.ProfileTracks;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.config.wiring.WalkForward;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.portfolio.book.Sizing;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.portfolio.settings.WeightsFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The profiles that a backtest is told under besides its own, each with its own defaults. */
final class Profiles {

  private Profiles() {}

  /**
   * Of a backtest.
   *
   * @param job settings of the job that runs
   * @param given settings of the user, without the walk's
   */
  static ProfileTracks of(Settings job, Settings given) {
    List<ProfileTracks.Beside> beside = new ArrayList<>();
    if (given.get(ProfileKeys.PROFILE) == Profile.GUIDE) {
      beside.add(otherWeights(job));
    }
    if (given.get(EnsembleKeys.OBJECTIVE).needs(ObjectiveInput.TRADE_OFF)) {
      for (Profile profile : Profile.values()) {
        if (profile != given.get(ProfileKeys.PROFILE)) {
          beside.add(beside(job, given, profile));
        }
      }
    }
    if (isSized(job)) {
      beside.add(unsized(job));
    }
    return new ProfileTracks(own(job), beside);
  }

  /** What the overlay holds is smoothed, and so more than its weights say; as is what is sized. */
  static EnsembleSettings own(Settings job) {
    return job.get(ProfileKeys.PROFILE) == Profile.OVERLAY || isSized(job)
        ? Engines.ensemble(job)
        : null;
  }

  private static boolean isSized(Settings job) {
    return job.get(EnsembleKeys.POSITIONS_SIZING) != Sizing.NONE;
  }

  private static ProfileTracks.Beside unsized(Settings job) {
    return new ProfileTracks.Beside(
        "Without sizing",
        TrackKind.UNSIZED,
        Engines.ensemble(job.with(EnsembleKeys.POSITIONS_SIZING.key(), Sizing.NONE)));
  }

  /** The same ensemble with the weights that it might have put into force instead. */
  private static ProfileTracks.Beside otherWeights(Settings job) {
    boolean optimal = job.get(EnsembleKeys.WEIGHTS) == WeightsFrom.OPTIMAL;
    return new ProfileTracks.Beside(
        optimal ? "Resampled weights" : "Optimal weights",
        TrackKind.OTHER_WEIGHTS,
        Engines.ensemble(
            job.with(
                EnsembleKeys.WEIGHTS.key(),
                optimal ? WeightsFrom.RESAMPLED : WeightsFrom.OPTIMAL)));
  }

  private static ProfileTracks.Beside beside(Settings job, Settings given, Profile profile) {
    String word = profile.word();
    return new ProfileTracks.Beside(
        word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
        TrackKind.valueOf(profile.name()),
        Engines.beside(job, WalkForward.settings(given.under(profile))));
  }
}
