package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A figure that weights can be best at. All that is particular to an objective is in its one file:
 * its name, the inputs it needs, the numbers it refuses, the solver that answers it and the proof
 * that the answer is optimal. Everything outside asks the object and never compares names, so that
 * a new objective is a new file beside these, and its name in {@code permits} and in {@link #all}.
 *
 * <p>An objective holds the inputs that no other one has. As configured it has none of them; {@link
 * #with} gives it those of a problem.
 */
public sealed interface Objective extends Serializable
    permits MeanVariance, MinVariance, MaxSharpe, RiskParity, Cvar, Equal {

  /** Every objective there is, without inputs, in the order of lists for people. */
  static List<Objective> all() {
    return List.of(
        new MeanVariance(),
        new MinVariance(),
        new MaxSharpe(),
        new RiskParity(),
        new Cvar(),
        new Equal());
  }

  /** The names of all objectives, in the same order. */
  static List<String> ids() {
    return all().stream().map(Objective::id).toList();
  }

  /** The names of those that need an input: {@code a or b}, for messages. */
  static String thatNeed(ObjectiveInput input) {
    return all().stream()
        .filter(objective -> objective.needs(input))
        .map(Objective::id)
        .collect(Collectors.joining(" or "));
  }

  /** The objective of that name, or empty. */
  static Optional<Objective> of(String id) {
    return all().stream().filter(objective -> objective.id().equals(id)).findFirst();
  }

  /** Its name in configurations and records, lower case with hyphens. */
  String id();

  /** What the caller must supply besides a covariance and bounds; the rest has no effect. */
  Set<ObjectiveInput> needs();

  /** Whether an input has an effect. */
  default boolean needs(ObjectiveInput input) {
    return needs().contains(input);
  }

  /** Whether it can be solved with caps on groups of strategies. */
  default boolean takesGroupCaps() {
    return true;
  }

  /** The same objective with those of these inputs that it needs. */
  default Objective with(ObjectiveInputs inputs) {
    return this;
  }

  /** The inputs that it holds; defaults in place of those it does not need. */
  default ObjectiveInputs inputs() {
    return ObjectiveInputs.none();
  }

  /** What is wrong with its own inputs, one sentence; empty where they are sound. */
  default Optional<String> check(PortfolioProblem p) {
    return Optional.empty();
  }

  /** The figure that weights are judged by, feasible or not. */
  double value(PortfolioProblem p, double[] weights);

  /**
   * How far a point is from being proven optimal.
   *
   * @return the largest relative violation of the optimality conditions, 0 or more; {@link
   *     Double#POSITIVE_INFINITY} where it cannot be computed (a length that does not fit, a number
   *     that is not finite)
   */
  double residual(PortfolioProblem p, PrimalDualPoint point);

  /**
   * The best weights of a sound problem, judged by {@link #residual}.
   *
   * @param p a problem that {@link PortfolioCheck} has let through
   * @param warmStart solution of a similar problem, whose binding bounds may save time
   * @return weights, or a {@link Status} that says why there are none
   */
  Solution solve(PortfolioProblem p, Solution warmStart);
}
