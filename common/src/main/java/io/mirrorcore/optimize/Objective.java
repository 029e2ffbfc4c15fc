package io.mirrorcore.optimize;

import java.util.Arrays;
import java.util.Optional;

/** What the weights shall be best at; {@link WeightProblem} states each problem. */
public enum Objective {
  /** Expected return against variance and turnover. */
  MEAN_VARIANCE("mean-variance"),
  /** The least variance. */
  MIN_VARIANCE("min-variance"),
  /** The largest expected excess return per unit of volatility. */
  MAX_SHARPE("max-sharpe"),
  /** Contributions to variance in the proportion of the budgets. */
  RISK_PARITY("risk-parity"),
  /** The least mean loss over the worst scenarios. */
  CVAR("cvar"),
  /** 1/N, or what comes nearest to it: the baseline of every comparison. */
  EQUAL("equal");

  private final String id;

  Objective(String id) {
    this.id = id;
  }

  /** How configuration and records name it, lower case with hyphens. */
  public String id() {
    return id;
  }

  /** The objective of that id, or empty. */
  public static Optional<Objective> of(String id) {
    return Arrays.stream(values()).filter(objective -> objective.id.equals(id)).findFirst();
  }
}
