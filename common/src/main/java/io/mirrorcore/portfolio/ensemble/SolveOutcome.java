package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.portfolio.record.OverlaySkill;
import io.mirrorcore.portfolio.record.Skill;

/** What came of one attempt to find weights. */
sealed interface SolveOutcome {

  /** Beyond this, fourth powers overflow; no return of a market comes near. */
  double LARGEST_RETURN = 1e25;

  /** Whether a covariance can be made of these returns. */
  static boolean isPossibleFor(double[][] returns) {
    for (double[] row : returns) {
      for (double value : row) {
        if (!(Math.abs(value) <= LARGEST_RETURN)) {
          return false;
        }
      }
    }
    return true;
  }

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
   * @param skill that the estimate believes in; null where it does not ask
   * @param overlay what strategies add to the market; null where it is not asked
   * @param weights to be held, by active strategy and cash: those of the solution, but where the
   *     problem is posed on combinations of sleeves
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Optimum(
      double[] mean,
      Covariance covariance,
      double conditionNumber,
      PortfolioProblem problem,
      Solution solution,
      Skill skill,
      OverlaySkill overlay,
      double[] weights)
      implements SolveOutcome {

    Optimum(
        double[] mean,
        Covariance covariance,
        double conditionNumber,
        PortfolioProblem problem,
        Solution solution,
        Skill skill) {
      this(mean, covariance, conditionNumber, problem, solution, skill, null, solution.weights());
    }

    Optimum(
        double[] mean,
        Covariance covariance,
        double conditionNumber,
        PortfolioProblem problem,
        Solution solution) {
      this(mean, covariance, conditionNumber, problem, solution, null);
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

    /** Of a solver that found no proven optimum. */
    static Failure of(Solution solution) {
      double residual = solution.kktResidual();
      return new Failure(
          solution.status(),
          solution.detail(),
          Double.isFinite(residual) ? residual : Double.MAX_VALUE);
    }

    /** Of returns that no covariance can be made of. */
    static Failure tooLarge() {
      return new Failure(
          Status.INVALID_INPUT,
          "a return beyond " + LARGEST_RETURN + " leaves no covariance",
          Double.MAX_VALUE);
    }

    String sentence() {
      return status + ": " + detail;
    }
  }
}
