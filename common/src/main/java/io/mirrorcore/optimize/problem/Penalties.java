package io.mirrorcore.optimize.problem;

/**
 * The price of risk, and of trading away from the weights held now, in units of return. A weight
 * may be exempt from the second, as that of cash is where only what is bought and sold shall cost.
 *
 * @param lambda risk aversion, 0 or more
 * @param eta turnover penalty, 0 or more
 * @param previous N weights held now, from which turnover is measured; they need neither be inside
 *     the box nor sum to 1
 * @param exempt N flags: the weight may change for nothing; empty: none may
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Penalties(double lambda, double eta, double[] previous, boolean[] exempt) {

  private static final boolean[] NONE = {};

  /** A turnover penalty on every weight. */
  public Penalties(double lambda, double eta, double[] previous) {
    this(lambda, eta, previous, NONE);
  }

  /** The turnover penalty of weight i: eta, or 0 where it is exempt. */
  public double eta(int i) {
    return exempt.length > 0 && exempt[i] ? 0 : eta;
  }
}
