package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Status;
import java.util.List;

/**
 * The question that {@link Optimizer} answers: an {@link Objective} on a budget, a box and, for
 * those that take them, caps on groups.
 *
 * <pre>
 *   s.t.  sum w = 1,  lower &lt;= w &lt;= upper,  sum of w over group G &lt;= cap_G
 * </pre>
 *
 * The record holds its numbers uncopied and unjudged: data may be wrong, and the optimiser answers
 * wrong data with a {@link Status}, not an exception. Moments and penalties that an objective has
 * no use for must be well-formed all the same, as results are published with their return,
 * volatility and turnover.
 *
 * @param objective the figure that the weights shall be best at
 * @param moments expected returns and covariance
 * @param penalties risk aversion, turnover penalty and the weights held now
 * @param box lower and upper bounds
 * @param groups caps on groups; empty: none
 * @param names N names of strategies for messages; empty: s0, s1, ...
 */
public record PortfolioProblem(
    Objective objective,
    Moments moments,
    Penalties penalties,
    Box box,
    List<GroupCap> groups,
    List<String> names) {

  /** Copies the lists; the arrays are shared. */
  public PortfolioProblem {
    groups = List.copyOf(groups);
    names = List.copyOf(names);
  }

  /**
   * The same question about another sample of returns.
   *
   * @param estimates of the sample
   * @param returns the sample, {@code T x N}: scenarios of an objective that needs some
   */
  public PortfolioProblem withSample(Moments estimates, double[][] returns) {
    Objective resampled = objective.with(objective.inputs().withScenarios(returns));
    return new PortfolioProblem(resampled, estimates, penalties, box, groups, names);
  }

  /** N, the number of strategies. */
  public int size() {
    return moments.size();
  }

  /** The name of strategy i, also where {@link #names} has none for it. */
  public String name(int i) {
    return i < names.size() ? names.get(i) : "s" + i;
  }

  /** {@link Objective#value} of some weights, feasible or not. */
  public double objectiveValue(double[] weights) {
    return objective.value(this, weights);
  }

  /** {@link Objective#residual} of some weights and their multipliers. */
  public double residual(PrimalDualPoint point) {
    return objective.residual(this, point);
  }
}
