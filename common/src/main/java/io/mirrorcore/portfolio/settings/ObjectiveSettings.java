package io.mirrorcore.portfolio.settings;

import io.mirrorcore.optimize.MeanVariance;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.ObjectiveInputs;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the weights shall be best at.
 *
 * @param objective which problem is solved, still without inputs
 * @param riskFree of max-sharpe: what holding nothing earns a year, simple, in [-1, 1]
 * @param beta of cvar: share of the returns that is not in the tail, in [0, 1)
 * @param budgets of risk-parity: relative part of the risk by strategy, positive; 1 for one that is
 *     not there
 */
public record ObjectiveSettings(
    Objective objective, double riskFree, double beta, Map<String, Double> budgets)
    implements Serializable {

  public ObjectiveSettings {
    budgets = new TreeMap<>(budgets);
    if (objective == null) {
      throw new IllegalArgumentException("objective must be set");
    }
    if (!(riskFree >= -1 && riskFree <= 1)) {
      throw new IllegalArgumentException("risk-free must be in [-1, 1]; have " + riskFree);
    }
    if (!(beta >= 0 && beta < 1)) {
      throw new IllegalArgumentException("beta must be in [0, 1); have " + beta);
    }
  }

  /** Mean against variance and turnover. */
  public static ObjectiveSettings defaults() {
    return new ObjectiveSettings(new MeanVariance(), 0, 0.95, Map.of());
  }

  /**
   * The objective with those of its inputs that it needs.
   *
   * @param strategies ids, in the order of the weights
   * @param returns T x n, a bar
   * @param riskFree in the unit of the problem's expected returns
   */
  public Objective posed(List<String> strategies, double[][] returns, double riskFree) {
    double[] shares =
        strategies.stream().mapToDouble(id -> budgets.getOrDefault(id, 1.0)).toArray();
    return objective.with(new ObjectiveInputs(riskFree, shares, returns, beta));
  }
}
