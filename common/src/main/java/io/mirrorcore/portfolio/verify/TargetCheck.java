package io.mirrorcore.portfolio.verify;

import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.Proof;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PublishedProblem;
import io.mirrorcore.portfolio.record.TargetWeights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a record's target is the optimum of the problem it carries.
 *
 * @param residual of the target, infinite where it cannot be computed
 * @param faults what is wrong, a clause each
 */
record TargetCheck(double residual, List<String> faults) {

  static TargetCheck of(EnsembleWeights record) {
    Optional<String> unsound = unsound(record);
    if (unsound.isPresent()) {
      return new TargetCheck(
          Double.POSITIVE_INFINITY, List.of("the problem is unsound: " + unsound.get()));
    }
    double residual = record.certificate();
    List<String> faults = new ArrayList<>();
    if (!(residual <= Proof.TOLERANCE)) {
      faults.add("the target is not optimal: KKT residual must be at most 1e-8; have " + residual);
    }
    if (!(Math.abs(residual - record.proof().kktResidual()) <= WeightsProof.TOLERANCE)) {
      faults.add(
          "kktResidual must be that of the target, %s; have %s"
              .formatted(residual, record.proof().kktResidual()));
    }
    figures(record, faults);
    outside(record, faults);
    return new TargetCheck(residual, faults);
  }

  private static Optional<String> unsound(EnsembleWeights record) {
    PublishedProblem.NamedMoments moments = record.proof().problem().moments();
    if (!new HashSet<>(moments.strategies()).equals(moments.mean().keySet())
        || moments.strategies().size() != moments.mean().size()) {
      return Optional.of("problem.strategies must name those of problem.mean, each once");
    }
    PortfolioProblem posed = record.proof().problem().posed(record.target().objective());
    return posed.size() == 0 ? Optional.of("it has no strategies") : Optimizer.refusal(posed);
  }

  private static void figures(EnsembleWeights record, List<String> faults) {
    TargetWeights target = record.target();
    PublishedProblem.Aversion aversion = record.proof().problem().aversion();
    if (target.lambda() != aversion.lambda() || target.eta() != aversion.eta()) {
      faults.add(
          "lambda and eta must be the problem's, %s and %s; have %s and %s"
              .formatted(aversion.lambda(), aversion.eta(), target.lambda(), target.eta()));
    }
    boolean solved =
        Status.OPTIMAL.name().equals(target.status())
            || Status.NO_POSITIVE_RETURN.name().equals(target.status());
    if (!solved) {
      faults.add("status must be OPTIMAL or NO_POSITIVE_RETURN; have " + target.status());
    }
  }

  /** The certificate sees the strategies of the problem only. */
  private static void outside(EnsembleWeights record, List<String> faults) {
    List<String> inside = record.proof().problem().moments().strategies();
    Map<String, Double> weights = record.target().weights();
    for (String strategy : inside) {
      if (!weights.containsKey(strategy)) {
        faults.add("target must name " + strategy + ", which the problem has");
      }
    }
    weights.forEach(
        (strategy, weight) -> {
          if (!inside.contains(strategy) && weight != 0) {
            faults.add(
                "target of %s must be 0, as it is not in the problem; have %s"
                    .formatted(strategy, weight));
          }
        });
  }
}
