package io.mirrorcore.optimize;

import io.mirrorcore.matrix.GrowingCholesky;
import io.mirrorcore.matrix.PivotedCholesky;
import java.util.Optional;

/**
 * Whether a problem is one, and if not, the sentence that says which number is wrong. Judging sigma
 * takes one Cholesky factorisation of all of it, O(N^3), which a solve never does: a fifth of the
 * time at 19 strategies and nine tenths at 500. A sigma that is no covariance has a "solution" that
 * satisfies the Karush-Kuhn-Tucker conditions and is not optimal, which no certificate would
 * notice; so only a sigma made by an estimator is let through unjudged.
 */
final class ProblemCheck {

  /** Products of numbers up to this size stay finite. */
  private static final double LARGEST = 1e100;

  /** Relative to the largest variance; room for a matrix printed with 12 digits. */
  private static final double ASYMMETRY = 1e-12;

  /** Relative to the largest variance; room for a covariance printed with 10 digits. */
  private static final double INDEFINITENESS = 1e-10;

  /** How far the bounds may miss the budget by rounding, as N caps of 1/N do. */
  private static final double BUDGET = 1e-12;

  /** From a factor of more rows on, blocks are faster than columns. */
  private static final int FITS_THE_CACHE = 256;

  private final MeanVarianceProblem p;
  private final int n;
  private String wrong;

  private ProblemCheck(MeanVarianceProblem p) {
    this.p = p;
    n = p.size();
  }

  /** The failed solution to answer with, or empty for a sound and feasible problem. */
  static Optional<Solution> failure(MeanVarianceProblem p) {
    return new ProblemCheck(p).failure(true);
  }

  /** The same but for sigma: its numbers are looked at, not what they are together. */
  static Optional<Solution> failureButForSigma(MeanVarianceProblem p) {
    return new ProblemCheck(p).failure(false);
  }

  private Optional<Solution> failure(boolean judgeSigma) {
    if (!(lengthsFit() && numbersAreSound() && (!judgeSigma || sigmaIsCovariance()))) {
      return Optional.of(Solution.none(Status.INVALID_INPUT, wrong));
    }
    if (!boundsMeetBudget()) {
      return Optional.of(Solution.none(Status.INFEASIBLE, wrong));
    }
    return Optional.empty();
  }

  private boolean lengthsFit() {
    if (n < 1) {
      return fail("mu must have at least 1 entry; have 0");
    }
    return length("sigma", p.sigma(), n * n)
        && length("lower", p.lower(), n)
        && length("upper", p.upper(), n)
        && length("previous", p.previous(), n);
  }

  private boolean length(String name, double[] values, int expected) {
    return values.length == expected
        || fail(name + " must have " + expected + " entries; have " + values.length);
  }

  private boolean numbersAreSound() {
    return finite("mu", p.mu())
        && finite("sigma", p.sigma())
        && notNegative("lambda", p.lambda())
        && notNegative("eta", p.eta())
        && finite("lower", p.lower())
        && finite("upper", p.upper())
        && finite("previous", p.previous());
  }

  private boolean finite(String name, double[] values) {
    int k = 0;
    while (k < values.length && Math.abs(values[k]) <= LARGEST) {
      k++;
    }
    return k == values.length
        || fail(name + "[" + k + "] must be finite and at most 1e100 in size; have " + values[k]);
  }

  private boolean notNegative(String name, double value) {
    return (value >= 0 && value <= LARGEST) || fail(name + " must be in [0, 1e100]; have " + value);
  }

  private boolean sigmaIsCovariance() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, p.sigma()[i * n + i]);
    }
    double rounding = INDEFINITENESS * largest;
    return isSymmetric(ASYMMETRY * largest) && (isDefinite(rounding) || isSemidefinite(rounding));
  }

  private boolean isSymmetric(double tolerance) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double below = p.sigma()[i * n + j];
        double above = p.sigma()[j * n + i];
        if (!(Math.abs(below - above) <= tolerance)) {
          return fail(
              ("sigma must be symmetric; have " + below + " at [" + i + "][" + j + "] and ")
                  + (above + " at [" + j + "][" + i + "]"));
        }
      }
    }
    return true;
  }

  /** The quick way to a yes: no pivots are sought, and the rank of a singular sigma stays open. */
  private boolean isDefinite(double tolerance) {
    if (n > FITS_THE_CACHE) {
      return false;
    }
    GrowingCholesky factor = new GrowingCholesky();
    factor.reserve(n);
    double[] column = new double[n];
    boolean definite = true;
    for (int i = 0; i < n && definite; i++) {
      System.arraycopy(p.sigma(), i * n, column, 0, i);
      definite = factor.add(column, p.sigma()[i * n + i], tolerance);
    }
    return definite;
  }

  /**
   * What elimination leaves must be zero; a diagonal below it, or a rest beside it, is negative.
   */
  private boolean isSemidefinite(double tolerance) {
    PivotedCholesky factor = new PivotedCholesky();
    factor.reserve(n);
    System.arraycopy(p.sigma(), 0, factor.entries(), 0, n * n);
    factor.factor(n, tolerance);
    for (int i = factor.rank(); i < n; i++) {
      for (int j = factor.rank(); j <= i; j++) {
        double left = factor.entries()[i * n + j];
        if (!(Math.abs(left) <= tolerance)) {
          return fail(
              "sigma must be positive semidefinite; elimination leaves "
                  + (left + " at [" + factor.row(i) + "][" + factor.row(j) + "]"));
        }
      }
    }
    return true;
  }

  private boolean boundsMeetBudget() {
    double least = 0;
    double most = 0;
    double size = 1;
    for (int i = 0; i < n; i++) {
      double lower = p.lower()[i];
      double upper = p.upper()[i];
      if (lower > upper) {
        return fail("lower[" + i + "] must be at most upper[" + i + "] = " + upper + have(lower));
      }
      least += lower;
      most += upper;
      size = Math.max(size, Math.max(Math.abs(lower), Math.abs(upper)));
    }
    if (most < 1 - BUDGET * size) {
      return fail("the " + n + " upper bounds must sum to at least 1" + have(most));
    }
    return least <= 1 + BUDGET * size
        || fail("the " + n + " lower bounds must sum to at most 1" + have(least));
  }

  private static String have(double value) {
    return "; have " + value;
  }

  private boolean fail(String sentence) {
    wrong = sentence;
    return false;
  }
}
