package io.mirrorcore.portfolio.record;

import io.mirrorcore.optimize.Certificate;
import io.mirrorcore.optimize.GroupCap;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.Solution;
import io.mirrorcore.optimize.WeightProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The problem behind a weight vector, in daily units; {@link WeightProblem} states it for each
 * objective. That of mean-variance is
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
 * @param moments of the active strategies' returns
 * @param penalties of risk and turnover
 * @param bounds of the weights
 * @param inputs what some objectives need besides
 * @param multipliers the part of the proof that belongs to scenarios and groups
 */
public record PublishedProblem(
    Moments moments, Penalties penalties, Bounds bounds, Inputs inputs, Multipliers multipliers) {

  private static final double[] NONE = {};
  private static final double DEFAULT_BETA = 0.95;

  /**
   * Mean and covariance of the n active strategies.
   *
   * @param mean expected return a day, by strategy
   * @param strategies ids, in the order of all arrays here
   * @param covariance n x n, row-major, per day, shrunk and regularised
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by value below
  public record Moments(Map<String, Double> mean, List<String> strategies, double[] covariance) {

    public Moments {
      mean = ByName.numbers(mean);
      strategies = List.copyOf(strategies);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Moments that
          && mean.equals(that.mean)
          && strategies.equals(that.strategies)
          && Arrays.equals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
      return 31 * strategies.hashCode() + Arrays.hashCode(covariance);
    }
  }

  /**
   * What risk and turnover cost in the objective.
   *
   * @param lambda risk aversion
   * @param eta turnover penalty
   * @param previous weights from which the penalty is measured: those in force (of the active
   *     strategies, so they may add up to less than 1), or 1/n where there were none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by value below
  public record Penalties(double lambda, double eta, double[] previous) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Penalties that
          && Double.compare(lambda, that.lambda) == 0
          && Double.compare(eta, that.eta) == 0
          && Arrays.equals(previous, that.previous);
    }

    @Override
    public int hashCode() {
      return 31 * Double.hashCode(lambda) + Arrays.hashCode(previous);
    }
  }

  /**
   * What the weights had to obey besides adding up to 1.
   *
   * @param lower least weights
   * @param upper greatest weights
   * @param groups caps on groups of strategies; null where there are none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by value below
  public record Bounds(double[] lower, double[] upper, List<PublishedGroup> groups) {

    public Bounds {
      groups = groups == null ? null : List.copyOf(groups);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bounds that
          && Arrays.equals(lower, that.lower)
          && Arrays.equals(upper, that.upper)
          && Objects.equals(groups, that.groups);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
    }
  }

  /**
   * What some objectives need besides mean and covariance; null for those that do not.
   *
   * @param riskFree of max-sharpe: return of holding nothing, a day
   * @param budgets of risk-parity: relative parts of the risk
   * @param scenarios of cvar: T x n returns, a bar
   * @param beta of cvar: share of the scenarios that is not in the tail
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by value below
  public record Inputs(Double riskFree, double[] budgets, double[][] scenarios, Double beta) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Inputs that
          && Objects.equals(riskFree, that.riskFree)
          && Arrays.equals(budgets, that.budgets)
          && Arrays.deepEquals(scenarios, that.scenarios)
          && Objects.equals(beta, that.beta);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hash(riskFree, beta) + Arrays.hashCode(budgets);
    }
  }

  /**
   * The multipliers of a proof that only some problems have; null for the others.
   *
   * @param ofScenarios of cvar: the proof's weights of the scenarios
   * @param ofGroups the multiplier of each group's cap
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by value below
  public record Multipliers(double[] ofScenarios, double[] ofGroups) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Multipliers that
          && Arrays.equals(ofScenarios, that.ofScenarios)
          && Arrays.equals(ofGroups, that.ofGroups);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(ofScenarios) + Arrays.hashCode(ofGroups);
    }
  }

  public static PublishedProblem of(WeightProblem p, Solution solution) {
    boolean cvar = p.objective() == Objective.CVAR;
    boolean grouped = !p.groups().isEmpty();
    return new PublishedProblem(
        new Moments(ByName.of(p.names(), p.mu()), p.names(), p.sigma()),
        new Penalties(p.lambda(), p.eta(), p.previous()),
        new Bounds(
            p.lower(),
            p.upper(),
            grouped
                ? p.groups().stream().map(g -> PublishedGroup.of(g, p.names())).toList()
                : null),
        new Inputs(
            p.objective() == Objective.MAX_SHARPE ? p.riskFree() : null,
            p.objective() == Objective.RISK_PARITY ? p.budgets() : null,
            cvar ? p.scenarios() : null,
            cvar ? p.beta() : null),
        new Multipliers(
            cvar ? solution.scenarioWeights() : null,
            grouped ? solution.groupMultipliers() : null));
  }

  /** The problem as the optimiser poses it. */
  private WeightProblem toProblem(String objective) {
    List<String> strategies = moments.strategies();
    return new WeightProblem(
        Objective.of(objective)
            .orElseThrow(() -> new IllegalArgumentException("unknown objective " + objective)),
        strategies.stream().mapToDouble(moments.mean()::get).toArray(),
        moments.covariance(),
        penalties.lambda(),
        penalties.eta(),
        bounds.lower(),
        bounds.upper(),
        penalties.previous(),
        inputs.riskFree() == null ? 0 : inputs.riskFree(),
        inputs.budgets() == null ? NONE : inputs.budgets(),
        inputs.scenarios() == null ? new double[0][] : inputs.scenarios(),
        inputs.beta() == null ? DEFAULT_BETA : inputs.beta(),
        bounds.groups() == null ? List.of() : bounds.groups().stream().map(this::cap).toList(),
        strategies);
  }

  private GroupCap cap(PublishedGroup group) {
    return new GroupCap(
        group.name(),
        group.strategies().stream().mapToInt(moments.strategies()::indexOf).toArray(),
        group.cap());
  }

  /** {@link Certificate#residual} of some weights, in the order of the strategies. */
  double residual(String objective, double[] weights, double budgetMultiplier) {
    return Certificate.residual(
        toProblem(objective),
        weights,
        budgetMultiplier,
        multipliers.ofGroups() == null ? NONE : multipliers.ofGroups(),
        multipliers.ofScenarios() == null ? NONE : multipliers.ofScenarios());
  }
}
