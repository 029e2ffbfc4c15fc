package io.mirrorcore.local.optimize;

import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.WeightFigures;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.portfolio.settings.ConfidenceRule;

/**
 * What {@code optimize} has to say of a solution.
 *
 * @param problem what was solved
 * @param solution its solution
 * @param figures of the weights, in the unit of the problem
 * @param source what the problem was made from
 * @param robust from resampling; null where nothing was resampled
 * @param opinion of another solver; null where none was asked
 */
public record Optimum(
    PortfolioProblem problem,
    Solution solution,
    WeightFigures figures,
    Source source,
    Robust robust,
    SecondOpinion opinion) {

  /**
   * What a problem was made from.
   *
   * @param regime whose lambda, eta and cap count; null where the problem was given as it stands
   * @param cap greatest weight of a strategy without a limit of its own
   * @param shrinkage of the covariance; NaN where nothing was estimated
   * @param observations rows of returns; 0 where there are none
   * @param conditionNumber of sigma, at least 1; {@link Double#MAX_VALUE} where it is singular
   * @param daysPerYear by which figures per day are annualised; NaN where the unit of the problem
   *     is not known
   */
  public record Source(
      String regime,
      double cap,
      double shrinkage,
      int observations,
      double conditionNumber,
      double daysPerYear) {

    /** A Sharpe ratio a year. */
    double annualised(double sharpe) {
      return sharpe * Math.sqrt(daysPerYear);
    }

    /** Whether the unit of the problem is known to be a day. */
    boolean isPerDay() {
      return !Double.isNaN(daysPerYear);
    }
  }

  /**
   * What resampling says.
   *
   * @param confidence by strategy, and the weights that are the mean over the samples
   * @param rule what it says of the optimum as a whole
   * @param figures of the mean weights, in the unit of the optimum's
   */
  public record Robust(WeightConfidence confidence, ConfidenceRule rule, WeightFigures figures) {}

  /** Whether the optimum is worth leaving the previous weights for, in [0, 1]. */
  double confidence() {
    return robust.rule().of(robust.confidence(), solution.weights());
  }
}
