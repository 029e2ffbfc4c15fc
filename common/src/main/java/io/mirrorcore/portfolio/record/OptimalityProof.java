package io.mirrorcore.portfolio.record;

import java.util.List;

/**
 * Why a target is the optimum, for whoever wants to check it.
 *
 * @param kktResidual largest relative violation of the optimality conditions by the target
 * @param budgetMultiplier multiplier of sum w = 1, daily units
 * @param bindingLower strategies that the target holds at their least weight, in configured order
 * @param bindingUpper strategies that it holds at their cap, in configured order
 * @param iterations of the solver
 * @param problem what was solved, daily units
 */
public record OptimalityProof(
    double kktResidual,
    double budgetMultiplier,
    List<String> bindingLower,
    List<String> bindingUpper,
    int iterations,
    PublishedProblem problem) {

  public OptimalityProof {
    kktResidual = ByName.finite("kktResidual", kktResidual);
    budgetMultiplier = ByName.finite("budgetMultiplier", budgetMultiplier);
    bindingLower = List.copyOf(bindingLower);
    bindingUpper = List.copyOf(bindingUpper);
  }
}
