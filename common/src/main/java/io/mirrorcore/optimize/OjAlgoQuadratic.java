package io.mirrorcore.optimize;

import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Roughly optimal weights for a quadratic with group caps, from ojAlgo's {@code
 * ExpressionsBasedModel}. It tests convergence absolutely, hence the objective is scaled to
 * coefficients of at most 1; and it was seen to iterate without end where H is singular, hence a
 * small multiple of the identity is added (which moves the weights, as {@link BindingConstraints}
 * makes up for) and iterations are limited. By number: a limit by the clock would make results
 * depend on the machine.
 */
final class OjAlgoQuadratic {

  private static final int ITERATIONS = 5000;

  /** Added to the diagonal of H, whose largest entry is 1. */
  private static final double RIDGE = 1e-9;

  private OjAlgoQuadratic() {}

  /** N weights, or empty where ojAlgo gives up. */
  static Optional<double[]> solve(WeightProblem p) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    model.options.iterations_abort = ITERATIONS;
    model.options.iterations_suffice = ITERATIONS;
    model.options.time_abort = Long.MAX_VALUE;
    model.options.time_suffice = Long.MAX_VALUE;
    model.options.sparse = false;
    addVariables(model, p);
    addConstraints(model, p);
    addObjective(model, p);
    Optimisation.Result result = model.minimise();
    return result.getState().isFeasible() ? Optional.of(result.toRawCopy1D()) : Optional.empty();
  }

  private static void addVariables(ExpressionsBasedModel model, WeightProblem p) {
    for (int i = 0; i < p.size(); i++) {
      model.newVariable("w" + i).lower(p.lower()[i]).upper(p.upper()[i]);
    }
  }

  private static void addConstraints(ExpressionsBasedModel model, WeightProblem p) {
    Expression budget = model.newExpression("budget").level(1);
    for (int i = 0; i < p.size(); i++) {
      budget.set(i, 1);
    }
    for (int g = 0; g < p.groups().size(); g++) {
      Expression group = model.newExpression("group" + g).upper(p.groups().get(g).cap());
      for (int i : p.groups().get(g).members()) {
        group.set(i, 1);
      }
    }
  }

  /** Minimises {@code w'(H/2)w - c'w}. */
  private static void addObjective(ExpressionsBasedModel model, WeightProblem p) {
    int n = p.size();
    Expression objective = model.newExpression("objective").weight(1);
    double largest = Double.MIN_NORMAL;
    for (int k = 0; k < n * n; k++) {
      largest = Math.max(largest, Math.abs(curvature(p, k / n, k % n)));
    }
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(slope(p, i)));
    }
    for (int i = 0; i < n; i++) {
      objective.set(i, -slope(p, i) / largest);
      for (int j = 0; j < n; j++) {
        double h = curvature(p, i, j) / largest + (i == j ? RIDGE : 0);
        objective.set(i, j, 0.5 * h);
      }
    }
  }

  private static double slope(WeightProblem p, int i) {
    return p.mu()[i] + 2 * p.eta() * p.previous()[i];
  }

  private static double curvature(WeightProblem p, int i, int j) {
    return p.lambda() * p.sigma()[i * p.size() + j] + (i == j ? 2 * p.eta() : 0);
  }
}
