package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PublishedProblem;
import java.nio.charset.StandardCharsets;

/** Checks that any consumer of {@code weights} can make, from the record alone. */
final class WeightsCheck {

  private WeightsCheck() {}

  /** Feasible weights, and a target that is optimal by the problem it carries. */
  static EnsembleWeights check(String json) {
    EnsembleWeights record =
        Json.decode(json.getBytes(StandardCharsets.UTF_8), EnsembleWeights.class);
    assertThat(record.rebalance().weights().values())
        .allSatisfy(weight -> assertThat(weight).isBetween(0.0, record.rebalance().cap()));
    assertThat(
            record.rebalance().weights().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(record.target().weights().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(record.target().status()).isEqualTo("OPTIMAL");
    assertThat(residual(record)).isLessThanOrEqualTo(1e-10);
    return record;
  }

  private static double residual(EnsembleWeights record) {
    PublishedProblem posed = record.proof().problem();
    double[] mean =
        posed.moments().strategies().stream()
            .mapToDouble(id -> posed.moments().mean().get(id))
            .toArray();
    double[] target =
        posed.moments().strategies().stream()
            .mapToDouble(id -> record.target().weights().get(id))
            .toArray();
    MeanVarianceProblem problem =
        new MeanVarianceProblem(
            new Moments(mean, posed.moments().covariance()),
            new Penalties(
                posed.aversion().lambda(), posed.aversion().eta(), posed.aversion().previous()),
            new Box(posed.bounds().lower(), posed.bounds().upper()));
    return MeanVarianceCertificate.residual(problem, target, record.proof().budgetMultiplier());
  }
}
