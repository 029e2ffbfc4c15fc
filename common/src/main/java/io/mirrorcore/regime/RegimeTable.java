package io.mirrorcore.regime;

import java.io.Serializable;

/**
 * The policy of each regime.
 *
 * <p>VOLATILE holds: in a storm estimates are at their worst and trading at its dearest. Its
 * cadence is one of reporting: what would have been done is published, and not done.
 */
public record RegimeTable(
    RegimePolicy whenTrending,
    RegimePolicy whenRanging,
    RegimePolicy whenVolatile,
    RegimePolicy whenMixed)
    implements Serializable {

  public RegimeTable {
    if (whenTrending == null || whenRanging == null || whenVolatile == null || whenMixed == null) {
      throw new IllegalArgumentException("each of the four regimes must have a policy");
    }
  }

  /** lambda 75, 150, 300, 125; eta 0.10, 0.045, 0.15, 0.065; cap 0.30, 0.25, 0.20, 0.25. */
  public static RegimeTable defaults() {
    return new RegimeTable(
        new RegimePolicy(75, 0.10, 0.30, Cadence.ofDays(7), false),
        new RegimePolicy(150, 0.045, 0.25, Cadence.ofDays(1), false),
        new RegimePolicy(300, 0.15, 0.20, Cadence.ofDays(1), true),
        new RegimePolicy(125, 0.065, 0.25, Cadence.ofDays(3), false));
  }

  /** One policy whatever the regime. */
  public static RegimeTable uniform(RegimePolicy policy) {
    return new RegimeTable(policy, policy, policy, policy);
  }

  /** The same with one lambda and one eta whatever the regime. */
  public RegimeTable withPenalties(double lambda, double eta) {
    return new RegimeTable(
        whenTrending.withPenalties(lambda, eta),
        whenRanging.withPenalties(lambda, eta),
        whenVolatile.withPenalties(lambda, eta),
        whenMixed.withPenalties(lambda, eta));
  }

  public RegimePolicy of(Regime regime) {
    return switch (regime) {
      case TRENDING -> whenTrending;
      case RANGING -> whenRanging;
      case VOLATILE -> whenVolatile;
      case MIXED -> whenMixed;
    };
  }

  /**
   * Rejects caps under which that many strategies cannot make up the whole portfolio; to be asked
   * when a job is configured.
   *
   * @param strategies configured strategies, 1 or more
   */
  public void requireFeasible(int strategies) {
    for (Regime regime : Regime.values()) {
      double cap = of(regime).cap();
      if (!(strategies * cap >= 1 - 1e-12)) {
        throw new IllegalArgumentException(
            "cap of "
                + regime
                + " must be at least 1/"
                + strategies
                + " for "
                + strategies
                + " strategies to add up to 1; have "
                + cap);
      }
    }
  }
}
