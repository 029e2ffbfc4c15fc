package io.mirrorcore.portfolio;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.MeanVarianceProblem;
import io.mirrorcore.optimize.Solution;
import io.mirrorcore.optimize.WeightConfidence;

/** What came of one attempt to find weights. */
sealed interface Attempt {

  /**
   * A proven optimum; arrays by active strategy, in the order of the estimate's columns.
   *
   * @param mean expected return a bar, by strategy
   * @param covariance regularised, daily units
   * @param conditionNumber of that matrix, at least 1; {@link Double#MAX_VALUE} where it is
   *     singular, since JSON has no infinity
   * @param cap greatest weight allowed: the regime's, or 1/n where that is more
   * @param problem what was solved
   * @param solution OPTIMAL
   * @param confidence how firmly the window determines it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Optimum(
      double[] mean,
      Covariance covariance,
      double conditionNumber,
      double cap,
      MeanVarianceProblem problem,
      Solution solution,
      WeightConfidence confidence)
      implements Attempt {

    double[] weights() {
      return solution.weights();
    }
  }

  /**
   * No weights that may be used.
   *
   * @param detail one sentence: the status and what is wrong
   * @param kktResidual of what was found, finite; {@link Double#MAX_VALUE} where nothing was
   */
  record Failure(String detail, double kktResidual) implements Attempt {}
}
