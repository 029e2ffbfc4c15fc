package io.mirrorcore.optimize.problem;

import java.util.Optional;

/**
 * Whether a {@link MeanVarianceProblem} can be solved: its arrays fit, its numbers are finite, its
 * sigma is a covariance, its bounds leave room for the budget. If not, the sentence that says which
 * number is wrong. Judging sigma costs more than the solve ({@link CovarianceCheck}), so one made
 * by an estimator is let through unjudged.
 */
public final class MeanVarianceCheck {

  /** Products of numbers up to this size stay finite. */
  private static final double LARGEST = 1e100;

  /** How far the bounds may miss the budget by rounding, as N caps of 1/N do. */
  private static final double BUDGET = 1e-12;

  private final MeanVarianceProblem p;
  private final int n;
  private String wrong;

  private MeanVarianceCheck(MeanVarianceProblem p) {
    this.p = p;
    n = p.size();
  }

  /** The failed solution to answer with, or empty for a sound and feasible problem. */
  public static Optional<Solution> failure(MeanVarianceProblem p) {
    return new MeanVarianceCheck(p).failure(true);
  }

  /** The same but for sigma: its numbers are looked at, not what they are together. */
  public static Optional<Solution> failureButForSigma(MeanVarianceProblem p) {
    return new MeanVarianceCheck(p).failure(false);
  }

  /** Whether a number is finite and small enough for products of it to be. */
  public static boolean isSound(double value) {
    return Math.abs(value) <= LARGEST;
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
        && length("previous", p.previous(), n)
        && exemptFits();
  }

  private boolean exemptFits() {
    int flags = p.penalties().exempt().length;
    return flags == 0
        || flags == n
        || fail("exempt must have " + n + " entries or none; have " + flags);
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
    while (k < values.length && isSound(values[k])) {
      k++;
    }
    return k == values.length
        || fail(name + "[" + k + "] must be finite and at most 1e100 in size; have " + values[k]);
  }

  private boolean notNegative(String name, double value) {
    return (value >= 0 && value <= LARGEST) || fail(name + " must be in [0, 1e100]; have " + value);
  }

  private boolean sigmaIsCovariance() {
    Optional<String> problem = CovarianceCheck.problem(p.sigma(), n);
    return problem.isEmpty() || fail(problem.get());
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
