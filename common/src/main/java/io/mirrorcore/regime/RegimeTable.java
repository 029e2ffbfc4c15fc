package io.mirrorcore.regime;

import java.io.Serializable;

/**
 * One {@link RegimePolicy} for each {@link Regime}.
 *
 * <p>By default VOLATILE holds, because estimates are least reliable and trading is most expensive
 * then. Its cadence only says how often the weights that would have been chosen are published.
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
}
