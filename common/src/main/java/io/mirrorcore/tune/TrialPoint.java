package io.mirrorcore.tune;

/**
 * The parameters that one trial of a search tries.
 *
 * @param number of the trial, from 1 on, in the order in which the search asks
 * @param lambda risk aversion in daily units, above 0
 * @param eta turnover penalty in daily units, 0 or more
 */
public record TrialPoint(int number, double lambda, double eta) {

  public TrialPoint {
    if (number < 1) {
      throw new IllegalArgumentException("number of a trial must be at least 1; have " + number);
    }
    if (!(lambda > 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("lambda must be above 0 and finite; have " + lambda);
    }
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be at least 0 and finite; have " + eta);
    }
  }

  /** Whether the other tries the same, whatever its number. */
  boolean triesTheSameAs(TrialPoint other) {
    return lambda == other.lambda && eta == other.eta;
  }
}
