package io.mirrorcore.portfolio.settings;

import io.mirrorcore.estimate.TwoSpeeds;
import java.io.Serializable;
import java.util.Objects;

/**
 * Which formulation an ensemble is, and what only some of them need.
 *
 * @param profile the formulation
 * @param speeds how fast the covariance of {@link Profile#EVIDENCE} forgets
 */
public record ProfileSettings(Profile profile, TwoSpeeds speeds) implements Serializable {

  /** The strategy that holds every symbol: the market. */
  public static final String MARKET = "HOLD";

  /** What is believed of returns, and what problem is posed. */
  public enum Profile {
    /** The original guide: estimators of {@link WindowSettings}, the regime's problem. */
    GUIDE,
    /** Skill as far as there is evidence of it, the market and cash. */
    EVIDENCE
  }

  public ProfileSettings {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(speeds, "speeds");
  }

  /** The guide. */
  public static ProfileSettings guide() {
    return new ProfileSettings(Profile.GUIDE, TwoSpeeds.defaults());
  }

  /** Evidence, by its own speeds. */
  public static ProfileSettings evidence() {
    return new ProfileSettings(Profile.EVIDENCE, TwoSpeeds.defaults());
  }
}
