package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.TargetWeights;
import java.util.Map;
import java.util.TreeMap;

/** Records of weights of which one part was changed after they were made. */
final class AlteredRecord {

  private static final double CHANGE = 1e-6;

  private AlteredRecord() {}

  static Map<String, Double> changed(Map<String, Double> weights, String id) {
    TreeMap<String, Double> changed = new TreeMap<>(weights);
    changed.merge(id, CHANGE, Double::sum);
    return changed;
  }

  static EnsembleWeights with(
      EnsembleWeights r, Rebalance rebalance, TargetWeights target, OptimalityProof proof) {
    return new EnsembleWeights(
        r.portfolio(),
        r.time(),
        r.regime(),
        rebalance,
        target,
        r.risk(),
        r.estimate(),
        proof,
        r.confidence());
  }

  static Rebalance rebalance(Rebalance b, Map<String, Double> now, Map<String, Double> before) {
    return new Rebalance(b.decision(), now, b.cap(), before, b.trades(), b.turnover());
  }

  static EnsembleWeights withWeights(EnsembleWeights r, Map<String, Double> weights) {
    Rebalance changed = rebalance(r.rebalance(), weights, r.rebalance().previousWeights());
    return with(r, changed, r.target(), r.proof());
  }

  static EnsembleWeights withPrevious(EnsembleWeights r, Map<String, Double> weights) {
    Rebalance changed = rebalance(r.rebalance(), r.rebalance().weights(), weights);
    return with(r, changed, r.target(), r.proof());
  }

  static EnsembleWeights withTarget(EnsembleWeights r, Map<String, Double> weights) {
    TargetWeights t = r.target();
    TargetWeights changed =
        new TargetWeights(t.objective(), t.status(), weights, t.cap(), t.lambda(), t.eta());
    return with(r, r.rebalance(), changed, r.proof());
  }
}
