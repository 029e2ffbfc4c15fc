package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.nio.charset.StandardCharsets;

/** Checks that any consumer of {@code weights} can make, from the record alone. */
final class WeightsCheck {

  private WeightsCheck() {}

  static EnsembleWeights read(String json) {
    return Json.decode(json.getBytes(StandardCharsets.UTF_8), EnsembleWeights.class);
  }

  /** Feasible weights, and a target that is optimal by the problem it carries. */
  static EnsembleWeights check(String json) {
    EnsembleWeights record = read(json);
    assertThat(record.rebalance().weights().values())
        .allSatisfy(weight -> assertThat(weight).isBetween(0.0, record.rebalance().cap()));
    assertThat(
            record.rebalance().weights().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(record.target().weights().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(record.target().status()).isEqualTo("OPTIMAL");
    assertThat(record.certificate()).isLessThanOrEqualTo(1e-10);
    return record;
  }
}
