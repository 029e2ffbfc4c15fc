package io.mirrorcore.optimize;

import java.util.List;

/**
 * A concave quadratic on budget, box and group caps. Three ways, the first that serves:
 *
 * <ol>
 *   <li>{@link MeanVarianceSolver} without the groups: optimal if its weights meet the caps;
 *   <li>{@link LinearProgramme}, where nothing is curved;
 *   <li>ojAlgo ({@link OjAlgoQuadratic}) for which constraints bind, {@link BindingConstraints} for
 *       the exact weights: what ojAlgo rounds, or where it stops, does not reach the result.
 * </ol>
 */
final class GroupCapSolver {

  /** A cap broken by less, relative to the weights, is met. */
  private static final double MET = 1e-14;

  private GroupCapSolver() {}

  /** The answer to a sound and feasible problem; not yet judged. */
  static Answer solve(MeanVarianceProblem q, List<GroupCap> groups, Solution warmStart) {
    Solution box = MeanVarianceSolver.solve(q, warmStart);
    double size = KktConditions.weightSize(box.weights());
    boolean met = groups.stream().allMatch(g -> g.weight(box.weights()) <= g.cap() + MET * size);
    if (met) {
      double[] y = new double[groups.size()];
      return new Answer(box.weights(), box.budgetMultiplier(), y, new double[0], box.iterations());
    }
    WeightProblem p = WeightProblem.of(Objective.MEAN_VARIANCE, q).withGroups(groups);
    if (isLinear(q)) {
      Answer vertex = LinearProgramme.best(p, q.mu()).orElseThrow();
      return new Answer(
          vertex.weights(),
          vertex.budgetMultiplier(),
          vertex.groupMultipliers(),
          new double[0],
          vertex.iterations());
    }
    return new BindingConstraints(p, OjAlgoQuadratic.solve(p).orElse(box.weights())).solve();
  }

  private static boolean isLinear(MeanVarianceProblem q) {
    if (q.eta() > 0) {
      return false;
    }
    for (double value : q.sigma()) {
      if (q.lambda() * value != 0) {
        return false;
      }
    }
    return true;
  }
}
