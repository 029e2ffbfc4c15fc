package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.ConfidenceRule;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.ResamplingSettings;
import io.mirrorcore.portfolio.settings.WeightsFrom;
import io.mirrorcore.portfolio.verify.WeightsProof;
import io.mirrorcore.portfolio.verify.WeightsVerdict;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The mean of the samples' optima in force, and the optimum with its proof beside it. */
class ResampledWeightsTest {

  private static final List<String> IDS = List.of("A", "B", "C", "D", "E", "F");

  private static List<EnsembleWeights> run(WeightsFrom from) {
    RegimePolicy policy = new RegimePolicy(125, 0.002, 0.4, Cadence.ofBars(10), false);
    Ensemble ensemble =
        new Ensemble(
            "p",
            EnsembleSettingsBuilder.daily()
                .regimes(RegimeTable.uniform(policy))
                .gate(new GateSettings(2, 0, 0, 1))
                .resampling(new ResamplingSettings(50, 0.8, 5, ConfidenceRule.LEFT_OUT, from))
                .build());
    SplittableRandom random = new SplittableRandom(3);
    List<EnsembleWeights> results = new ArrayList<>();
    for (int day = 1; day <= 120; day++) {
      double[] returns = random.doubles(6, -0.01, 0.0102).toArray();
      BarReturns earned =
          new BarReturns(returns, new boolean[] {true, true, true, true, true, true}, returns[0]);
      EnsembleWeights result =
          ensemble.onBar(new PortfolioBar.OfReturns("p", day * 86_400_000L, IDS, earned)).weights();
      if (result != null) {
        results.add(result);
      }
    }
    return results;
  }

  @Test
  void areInForceInPlaceOfTheOptimumAndTheRecordSaysSo() {
    List<EnsembleWeights> resampled = run(WeightsFrom.RESAMPLED);
    assertThat(resampled).hasSizeGreaterThan(5);
    for (EnsembleWeights result : resampled) {
      assertThat(result.confidence().weightsFrom()).isEqualTo("RESAMPLED");
      result
          .rebalance()
          .weights()
          .forEach(
              (id, weight) ->
                  assertThat(weight)
                      .isCloseTo(result.confidence().resampledWeights().get(id), within(1e-12)));
      assertThat(result.rebalance().weights()).isNotEqualTo(result.target().weights());
      assertThat(result.certificate()).as("of the optimum").isLessThan(1e-8);
      WeightsVerdict verdict = WeightsProof.of(result);
      assertThat(verdict.isProven()).as(verdict.reasons().toString()).isTrue();
      assertThat(result.rebalance().weights().values().stream().mapToDouble(w -> w).sum())
          .isCloseTo(1, within(1e-12));
    }
    assertThat(spread(resampled)).isLessThan(spread(run(WeightsFrom.OPTIMAL)));
  }

  @Test
  void areBesideTheOptimumWhereThatIsInForce() {
    for (EnsembleWeights result : run(WeightsFrom.OPTIMAL)) {
      assertThat(result.confidence().weightsFrom()).isNull();
      assertThat(result.rebalance().weights()).isEqualTo(result.target().weights());
    }
  }

  /** Concentration: the sum of squares, over all results. */
  private static double spread(List<EnsembleWeights> results) {
    return results.stream()
        .flatMap(result -> result.rebalance().weights().values().stream())
        .mapToDouble(weight -> weight * weight)
        .sum();
  }
}
