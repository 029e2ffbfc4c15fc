package io.mirrorcore.local.optimize;

import java.util.Locale;

/** What becomes of returns that a file does not have, as of a strategy that began later. */
public enum MissingReturns {
  /** They are an error. */
  FAIL,
  /** They count as 0. */
  ZERO,
  /** Their whole row is left out. */
  DROP,
  /** Each mean and each covariance is estimated from the rows that have it. */
  PAIRWISE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
