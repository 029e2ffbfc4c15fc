package io.mirrorcore.backtest;

import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.io.Serializable;
import java.util.List;

/**
 * Ensembles that are judged by running the live engine over the closes; none where only returns are
 * known.
 *
 * @param own settings of the judged ensemble, where its positions are more than its weights say, as
 *     with the overlay; null where they are not
 * @param beside the other profiles, for comparison
 */
public record ProfileTracks(EnsembleSettings own, List<Beside> beside) implements Serializable {

  /** The published weights are all there is. */
  public static final ProfileTracks NONE = new ProfileTracks(null, List.of());

  public ProfileTracks {
    beside = List.copyOf(beside);
  }

  /** Another profile. */
  public record Beside(String name, TrackKind kind, EnsembleSettings settings)
      implements Serializable {}
}
