package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.TargetWeights;
import io.mirrorcore.portfolio.record.WindowEstimate;
import io.mirrorcore.portfolio.verify.WeightsProof;
import io.mirrorcore.portfolio.verify.WeightsVerdict;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the newest weights are optimal. Of each portfolio the newest record stays as it came, for
 * the proof to be run on it again; it is most of what a record weighs, and of older ones nothing
 * stays.
 */
final class ProofPanel {

  /** What an optimum is held to. */
  static final double LIMIT = 1e-8;

  private static final String NAME = "proof";

  private final Tree tree;
  private final InstantSource clock;
  private final Map<String, byte[]> newest = new ConcurrentHashMap<>();

  ProofPanel(Tree tree, InstantSource clock) {
    this.tree = tree;
    this.clock = clock;
    tree.put(List.of(NAME, "portfolios"), Map.of());
  }

  private record Proof(
      long time,
      double kktResidual,
      double limit,
      String objective,
      String status,
      List<String> bindingUpper,
      List<String> bindingLower,
      int iterations,
      double cap,
      double lambda,
      double eta,
      double conditionNumber,
      double shrinkage,
      int observations,
      List<String> inactive,
      Map<String, Double> contributions) {}

  private record Check(
      String portfolio,
      long time,
      String outcome,
      Double residual,
      double limit,
      List<String> reasons,
      long checked,
      double tookMs) {}

  void take(EnsembleWeights record, byte[] json) {
    newest.put(record.portfolio(), json);
    OptimalityProof proof = record.proof();
    TargetWeights target = record.target();
    WindowEstimate estimate = record.estimate();
    tree.put(
        List.of(NAME, "portfolios", record.portfolio()),
        new Proof(
            record.time(),
            proof.kktResidual(),
            LIMIT,
            target.objective(),
            target.status(),
            proof.bindingUpper(),
            proof.bindingLower(),
            proof.iterations(),
            target.cap(),
            target.lambda(),
            target.eta(),
            estimate.conditionNumber(),
            estimate.shrinkage(),
            estimate.observations(),
            estimate.inactive(),
            record.risk().contributions()));
  }

  Optional<byte[]> record(String portfolio) {
    return Optional.ofNullable(newest.get(portfolio));
  }

  /** Runs the proof, as {@code verify} does; nothing is solved. */
  Optional<byte[]> check(String portfolio) {
    return record(portfolio).map(this::checked);
  }

  private byte[] checked(byte[] json) {
    long begin = System.nanoTime();
    EnsembleWeights record = Json.decode(json, EnsembleWeights.class);
    WeightsVerdict verdict = WeightsProof.of(record);
    double took = (System.nanoTime() - begin) / 1e6;
    return Json.encode(
        new Check(
            record.portfolio(),
            record.time(),
            verdict.outcome().name(),
            Double.isFinite(verdict.residual()) ? verdict.residual() : null,
            LIMIT,
            verdict.reasons(),
            clock.millis(),
            took));
  }
}
