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
import java.util.ArrayList;
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
 * @param moments of the active strategies' returns
 * @param aversion to risk and turnover
 * @param bounds of the weights
 * @param inputs what some objectives need besides
 * @param multipliers the part of the proof that belongs to scenarios and groups
 */
public record PublishedProblem(
    NamedMoments moments,
    Aversion aversion,
    Bounds bounds,
    Inputs inputs,
    Multipliers multipliers) {

  private static final double[] NONE = {};

  /**
   * Mean and covariance of the n active strategies.
   *
   * @param mean expected return a day, by strategy
   * @param strategies ids, in the order of all arrays here
   * @param covariance n x n, row-major, per day, shrunk and regularised
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by value below
  public record NamedMoments(
      Map<String, Double> mean, List<String> strategies, double[] covariance) {

    public NamedMoments {
      mean = ByName.numbers(mean);
      strategies = List.copyOf(strategies);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NamedMoments that
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
   * @param exempt strategies, or cash, whose change costs nothing; null where there are none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by value below
  public record Aversion(double lambda, double eta, double[] previous, List<String> exempt) {

    public Aversion {
      exempt = exempt == null ? null : List.copyOf(exempt);
    }

    private static Aversion of(Penalties penalties, List<String> names) {
      List<String> exempt = new ArrayList<>();
      for (int i = 0; i < penalties.exempt().length; i++) {
        if (penalties.exempt()[i]) {
          exempt.add(names.get(i));
        }
      }
      return new Aversion(
          penalties.lambda(),
          penalties.eta(),
          penalties.previous(),
          exempt.isEmpty() ? null : exempt);
    }

    private Penalties posed(List<String> names) {
      if (exempt == null) {
        return new Penalties(lambda, eta, previous);
      }
      boolean[] flags = new boolean[names.size()];
      for (int i = 0; i < flags.length; i++) {
        flags[i] = exempt.contains(names.get(i));
      }
      return new Penalties(lambda, eta, previous, flags);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Aversion that
          && Double.compare(lambda, that.lambda) == 0
          && Double.compare(eta, that.eta) == 0
          && Arrays.equals(previous, that.previous)
          && Objects.equals(exempt, that.exempt);
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

    private ObjectiveInputs posed() {
      ObjectiveInputs none = ObjectiveInputs.none();
      return new ObjectiveInputs(
          riskFree == null ? none.riskFree() : riskFree,
          budgets == null ? none.budgets() : budgets,
          scenarios == null ? none.scenarios() : scenarios,
          beta == null ? none.beta() : beta);
    }

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

  public static PublishedProblem of(PortfolioProblem p, Solution solution) {
    ObjectiveInputs inputs = p.objective().inputs();
    boolean scenarios = p.objective().needs(ObjectiveInput.SCENARIOS);
    boolean grouped = !p.groups().isEmpty();
    return new PublishedProblem(
        new NamedMoments(ByName.of(p.names(), p.moments().mu()), p.names(), p.moments().sigma()),
        Aversion.of(p.penalties(), p.names()),
        new Bounds(
            p.box().lower(),
            p.box().upper(),
            grouped
                ? p.groups().stream().map(g -> PublishedGroup.of(g, p.names())).toList()
                : null),
        new Inputs(
            p.objective().needs(ObjectiveInput.RISK_FREE) ? inputs.riskFree() : null,
            p.objective().needs(ObjectiveInput.BUDGETS) ? inputs.budgets() : null,
            scenarios ? inputs.scenarios() : null,
            scenarios ? inputs.beta() : null),
        new Multipliers(
            scenarios ? solution.scenarioWeights() : null,
            grouped ? solution.groupMultipliers() : null));
  }

  /**
   * The problem as the optimiser poses it.
   *
   * @param objective an id of {@link Objective}
   * @throws IllegalArgumentException for an objective that there is not
   */
  public PortfolioProblem posed(String objective) {
    Objective named =
        Objective.of(objective)
            .orElseThrow(() -> new IllegalArgumentException("unknown objective " + objective));
    List<String> strategies = moments.strategies();
    return new PortfolioProblem(
        named.with(inputs.posed()),
        new Moments(
            strategies.stream().mapToDouble(moments.mean()::get).toArray(), moments.covariance()),
        aversion.posed(strategies),
        new Box(bounds.lower(), bounds.upper()),
        bounds.groups() == null ? List.of() : bounds.groups().stream().map(this::cap).toList(),
        strategies);
  }

  private GroupCap cap(PublishedGroup group) {
    return new GroupCap(
        group.name(),
        group.strategies().stream().mapToInt(moments.strategies()::indexOf).toArray(),
        group.cap());
  }

  /** {@link Objective#residual} of some weights, in the order of the strategies. */
  double residual(String objective, double[] weights, double budgetMultiplier) {
    PrimalDualPoint point =
        new PrimalDualPoint(
            weights,
            budgetMultiplier,
            multipliers.ofGroups() == null ? NONE : multipliers.ofGroups(),
            multipliers.ofScenarios() == null ? NONE : multipliers.ofScenarios(),
            0);
    return posed(objective).residual(point);
  }
}
