package io.mirrorcore.regime;

import java.io.Serializable;

/**
 * The parameters of the ensemble's problem in one regime, and whether its solution is applied.
 *
 * @param lambda risk aversion, for daily returns; positive
 * @param eta penalty on the squared distance from the weights in force, for daily returns; 0 or
 *     more
 * @param cap greatest weight of one strategy, in (0, 1]
 * @param cadence wait between two estimates
 * @param hold whether the estimate is published without being applied
 */
public record RegimePolicy(double lambda, double eta, double cap, Cadence cadence, boolean hold)
    implements Serializable {

  public RegimePolicy {
    if (!(lambda > 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("lambda must be positive and finite; have " + lambda);
    }
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be at least 0 and finite; have " + eta);
    }
    if (!(cap > 0 && cap <= 1)) {
      throw new IllegalArgumentException("cap must be in (0, 1]; have " + cap);
    }
    if (cadence == null) {
      throw new IllegalArgumentException("cadence must be set; have null");
    }
  }

  /** The same with another lambda and another eta. */
  RegimePolicy withPenalties(double otherLambda, double otherEta) {
    return new RegimePolicy(otherLambda, otherEta, cap, cadence, hold);
  }
}
