package io.mirrorcore.portfolio.settings;

import io.mirrorcore.estimate.TwoSpeeds;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * Which formulation an ensemble is, and what only some of them need.
 *
 * @param profile the formulation
 * @param speeds how fast the covariance of {@link Profile#EVIDENCE} and {@link Profile#OVERLAY}
 *     forgets
 * @param overlay of {@link Profile#OVERLAY}
 * @param leavesMarketOut whether HOLD, which a job computes for another portfolio, is no sleeve of
 *     this one
 */
public record ProfileSettings(
    Profile profile, TwoSpeeds speeds, OverlaySettings overlay, boolean leavesMarketOut)
    implements Serializable {

  /** The strategy that holds every symbol: the market. */
  public static final String MARKET = "HOLD";

  /** What is believed of returns, and what problem is posed. */
  public enum Profile {
    /** The original guide: estimators of {@link WindowSettings}, the regime's problem. */
    GUIDE,
    /** Skill as far as there is evidence of it, the market and cash. */
    EVIDENCE,
    /** The market at a target of volatility, and strategies for what they add to it. */
    OVERLAY;

    /** As it is written in a configuration. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ProfileSettings {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(speeds, "speeds");
    Objects.requireNonNull(overlay, "overlay");
  }

  /** The guide. */
  public static ProfileSettings guide() {
    return of(Profile.GUIDE);
  }

  /** Evidence, by its own speeds. */
  public static ProfileSettings evidence() {
    return of(Profile.EVIDENCE);
  }

  /** Overlay, of all strategies. */
  public static ProfileSettings overlaid() {
    return of(Profile.OVERLAY);
  }

  private static ProfileSettings of(Profile profile) {
    return new ProfileSettings(profile, TwoSpeeds.defaults(), OverlaySettings.defaults(), false);
  }
}
