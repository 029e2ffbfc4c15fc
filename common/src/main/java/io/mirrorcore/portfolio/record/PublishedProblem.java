package io.mirrorcore.portfolio.record;

import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.optimize.ObjectiveInputs;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The problem behind a weight vector, in daily units; each {@link Objective} states its own. That
 * of mean-variance is
 *
 * <pre>
 *   max  w'mean - (lambda/2) w'covariance w - eta ||w - previous||^2
 *   s.t. sum w = 1,  lower &lt;= w &lt;= upper
 * </pre>
 *
 * <p>All that a reader needs to recompute the KKT residual of the published target, and so to check
 * that it is optimal, without solving anything. What an objective has no use for is null, and not
 * in the record.
 *
 * @param mean expected return a day, by strategy
 * @param strategies ids of the active strategies, in the order of the arrays
 * @param covariance n x n, row-major, per day, shrunk and regularised
 * @param lambda risk aversion
 * @param eta turnover penalty
 * @param lower least weights
 * @param upper greatest weights
 * @param previous weights from which the penalty is measured: those in force (of the active
 *     strategies, so they may add up to less than 1), or 1/n where there were none
 * @param riskFree of max-sharpe: return of holding nothing, a day
 * @param budgets of risk-parity: relative parts of the risk
 * @param scenarios of cvar: T x n returns, a bar
 * @param beta of cvar: share of the scenarios that is not in the tail
 * @param scenarioWeights of cvar: the proof's weights of the scenarios
 * @param groups caps on groups of strategies
 * @param groupMultipliers the proof's multiplier of each group
 */
@SuppressWarnings("ArrayRecordComponent") // compared by value below
public record PublishedProblem(
    Map<String, Double> mean,
    List<String> strategies,
    double[] covariance,
    double lambda,
    double eta,
    double[] lower,
    double[] upper,
    double[] previous,
    Double riskFree,
    double[] budgets,
    double[][] scenarios,
    Double beta,
    double[] scenarioWeights,
    List<PublishedGroup> groups,
    double[] groupMultipliers) {

  private static final double[] NONE = {};

  public PublishedProblem {
    mean = ByName.numbers(mean);
    strategies = List.copyOf(strategies);
    groups = groups == null ? null : List.copyOf(groups);
  }

  public static PublishedProblem of(PortfolioProblem p, Solution solution) {
    ObjectiveInputs inputs = p.objective().inputs();
    boolean scenarios = p.objective().needs(ObjectiveInput.SCENARIOS);
    boolean grouped = !p.groups().isEmpty();
    return new PublishedProblem(
        ByName.of(p.names(), p.moments().mu()),
        p.names(),
        p.moments().sigma(),
        p.penalties().lambda(),
        p.penalties().eta(),
        p.box().lower(),
        p.box().upper(),
        p.penalties().previous(),
        p.objective().needs(ObjectiveInput.RISK_FREE) ? inputs.riskFree() : null,
        p.objective().needs(ObjectiveInput.BUDGETS) ? inputs.budgets() : null,
        scenarios ? inputs.scenarios() : null,
        scenarios ? inputs.beta() : null,
        scenarios ? solution.scenarioWeights() : null,
        grouped ? p.groups().stream().map(g -> PublishedGroup.of(g, p.names())).toList() : null,
        grouped ? solution.groupMultipliers() : null);
  }

  /** The problem as the optimiser poses it. */
  public PortfolioProblem toProblem(String objective) {
    Objective named =
        Objective.of(objective)
            .orElseThrow(() -> new IllegalArgumentException("unknown objective " + objective));
    return new PortfolioProblem(
        named.with(inputs()),
        new Moments(strategies.stream().mapToDouble(mean::get).toArray(), covariance),
        new Penalties(lambda, eta, previous),
        new Box(lower, upper),
        groups == null ? List.of() : groups.stream().map(this::groupCap).toList(),
        strategies);
  }

  private ObjectiveInputs inputs() {
    ObjectiveInputs none = ObjectiveInputs.none();
    return new ObjectiveInputs(
        riskFree == null ? none.riskFree() : riskFree,
        budgets == null ? none.budgets() : budgets,
        scenarios == null ? none.scenarios() : scenarios,
        beta == null ? none.beta() : beta);
  }

  private GroupCap groupCap(PublishedGroup group) {
    return new GroupCap(
        group.name(),
        group.strategies().stream().mapToInt(strategies::indexOf).toArray(),
        group.cap());
  }

  /** {@link Objective#residual} of some weights, in the order of {@link #strategies}. */
  double residual(String objective, double[] weights, double budgetMultiplier) {
    PrimalDualPoint point =
        new PrimalDualPoint(
            weights,
            budgetMultiplier,
            groupMultipliers == null ? NONE : groupMultipliers,
            scenarioWeights == null ? NONE : scenarioWeights,
            0);
    return toProblem(objective).residual(point);
  }

  /** By value, the arrays included: two records of the same result are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PublishedProblem that
        && mean.equals(that.mean)
        && strategies.equals(that.strategies)
        && Arrays.equals(covariance, that.covariance)
        && Double.compare(lambda, that.lambda) == 0
        && Double.compare(eta, that.eta) == 0
        && Arrays.equals(lower, that.lower)
        && Arrays.equals(upper, that.upper)
        && Arrays.equals(previous, that.previous)
        && Objects.equals(riskFree, that.riskFree)
        && Arrays.equals(budgets, that.budgets)
        && Arrays.deepEquals(scenarios, that.scenarios)
        && Objects.equals(beta, that.beta)
        && Arrays.equals(scenarioWeights, that.scenarioWeights)
        && Objects.equals(groups, that.groups)
        && Arrays.equals(groupMultipliers, that.groupMultipliers);
  }

  @Override
  public int hashCode() {
    return 31 * strategies.hashCode() + Arrays.hashCode(covariance);
  }
}
