package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;

/** What came of one attempt to find weights. */
sealed interface SolveOutcome {

  /**
   * A proven optimum; arrays by active strategy, in the order of the estimate's columns, and cash
   * where there is some.
   *
   * @param mean expected return a bar, by strategy
   * @param covariance regularised, daily units
   * @param conditionNumber of that matrix without cash, at least 1; {@link Double#MAX_VALUE} where
   *     it is singular, since JSON has no infinity
   * @param problem what was solved
   * @param solution OPTIMAL, or of the least variance where no weights have a positive return
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Optimum(
      double[] mean,
      Covariance covariance,
      double conditionNumber,
      PortfolioProblem problem,
      Solution solution)
      implements SolveOutcome {

    double[] weights() {
      return solution.weights();
    }
  }

  /**
   * No weights that may be used.
   *
   * @param status why not
   * @param detail one sentence: what is wrong
   * @param kktResidual of what was found, finite; {@link Double#MAX_VALUE} where nothing was
   */
  record Failure(Status status, String detail, double kktResidual) implements SolveOutcome {

    String sentence() {
      return status + ": " + detail;
    }
  }
}
