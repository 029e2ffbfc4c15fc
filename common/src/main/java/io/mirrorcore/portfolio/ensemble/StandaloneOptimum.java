package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.Estimates;
import io.mirrorcore.estimate.ReturnsTable;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.regime.RegimePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The optimiser alone, on a table of strategy returns: what {@link Ensemble} does at a due time,
 * without state, gate or alerts. Every strategy of the table is active and every row counts.
 *
 * @param problem what was solved, daily units; null where the returns allow none
 * @param solution its solution, or a status with the reason why there is none
 * @param conditionNumber of the regularised covariance, at least 1; {@link Double#MAX_VALUE} where
 *     it is singular
 * @param shrinkage of the covariance, in [0, 1]
 * @param cap greatest weight: the policy's, raised where that cannot be obeyed
 */
public record StandaloneOptimum(
    PortfolioProblem problem,
    Solution solution,
    double conditionNumber,
    double shrinkage,
    double cap) {

  /**
   * Solves the problem that a window of returns poses under a policy.
   *
   * @param table the window, oldest first
   * @param previous weights now, in the order of the table's strategies, and of cash where there is
   *     some; empty where there are none
   */
  public static StandaloneOptimum of(
      ReturnsTable table, EnsembleSettings settings, RegimePolicy policy, double[] previous) {
    SolveRequest task = task(table, settings, policy, previous, 0);
    return of(table, settings, policy, new WindowSolver(settings).attempt(task));
  }

  /**
   * The same with estimates that the rows alone do not give.
   *
   * @param estimates a bar, of the table's strategies
   */
  public static StandaloneOptimum of(
      ReturnsTable table,
      EnsembleSettings settings,
      RegimePolicy policy,
      double[] previous,
      Estimates estimates) {
    SolveRequest task = task(table, settings, policy, previous, 0);
    return of(table, settings, policy, new WindowSolver(settings).attempt(task, estimates));
  }

  private static StandaloneOptimum of(
      ReturnsTable table, EnsembleSettings settings, RegimePolicy policy, SolveOutcome attempt) {
    double cap = bounds(table, settings, policy).cap();
    if (attempt instanceof SolveOutcome.Failure failure) {
      return new StandaloneOptimum(
          null, Solution.none(failure.status(), failure.detail()), Double.MAX_VALUE, 0, cap);
    }
    SolveOutcome.Optimum optimum = (SolveOutcome.Optimum) attempt;
    return new StandaloneOptimum(
        optimum.problem(),
        optimum.solution(),
        optimum.conditionNumber(),
        optimum.covariance().shrinkage(),
        cap);
  }

  /**
   * How firmly the same window determines those weights.
   *
   * @param seed of the bootstrap
   */
  public static WeightConfidence confidence(
      ReturnsTable table,
      EnsembleSettings settings,
      RegimePolicy policy,
      double[] previous,
      long seed) {
    return new WindowSolver(settings).confidence(task(table, settings, policy, previous, seed));
  }

  private static SolveRequest task(
      ReturnsTable table,
      EnsembleSettings settings,
      RegimePolicy policy,
      double[] previous,
      long seed) {
    List<String> ids = ids(table, settings);
    WeightBounds bounds = bounds(table, settings, policy);
    return new SolveRequest(
        ids,
        table.returns(),
        null,
        bounds.lower(),
        bounds.upper(),
        bounds.groupsOf(IntStream.range(0, ids.size()).toArray()),
        previous,
        policy,
        seed);
  }

  private static List<String> ids(ReturnsTable table, EnsembleSettings settings) {
    List<String> ids = new ArrayList<>(table.strategies());
    if (settings.allocation().cash().enabled()) {
      ids.add(Cash.ID);
    }
    return List.copyOf(ids);
  }

  private static WeightBounds bounds(
      ReturnsTable table, EnsembleSettings settings, RegimePolicy policy) {
    List<String> ids = ids(table, settings);
    int[] all = IntStream.range(0, ids.size()).toArray();
    return WeightBounds.of(settings.allocation().limits(), ids, all, policy.cap());
  }
}
