package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.ConfidenceRule;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.ResamplingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Six hundred days of nineteen strategies whose returns are independent noise: there is nothing to
 * know, and hence nothing to trade.
 */
class NoiseEnsembleTest {

  private static final int DAYS = 600;
  private static final int STRATEGIES = 19;
  private static final double DAILY = 0.01;
  private static final List<String> IDS =
      IntStream.range(0, STRATEGIES).mapToObj("S%02d"::formatted).toList();

  /** What the first release decided by. */
  private static final GateSettings FIRST_GATE =
      new GateSettings(0.10, 0.8, 0.01, 2, 0, GateSettings.Remainders.APPLY);

  private static EnsembleSettings with(GateSettings gate, ConfidenceRule rule) {
    return EnsembleSettingsBuilder.daily()
        .gate(gate)
        .resampling(new ResamplingSettings(100, 0.8, 5, rule))
        .build();
  }

  private static List<EnsembleWeights> now(long seed) {
    return run(with(GateSettings.defaults(), ConfidenceRule.LEFT_OUT), seed);
  }

  private static List<EnsembleWeights> run(EnsembleSettings settings, long seed) {
    Random random = new Random(seed);
    Ensemble ensemble = new Ensemble("noise", settings);
    List<EnsembleWeights> results = new ArrayList<>();
    boolean[] deployed = new boolean[STRATEGIES];
    Arrays.fill(deployed, true);
    for (int day = 1; day <= DAYS; day++) {
      double[] returns =
          IntStream.range(0, STRATEGIES).mapToDouble(k -> DAILY * random.nextGaussian()).toArray();
      double market = DAILY * random.nextGaussian();
      EnsembleWeights result =
          ensemble
              .onBar(
                  new PortfolioBar.OfReturns(
                      "noise", day * 86_400_000L, IDS, new BarReturns(returns, deployed, market)))
              .weights();
      if (result != null) {
        results.add(result);
      }
    }
    return results.subList(1, results.size()); // without INITIAL, which is applied whatever it is
  }

  private static double traded(EnsembleWeights result) {
    return IDS.stream()
        .mapToDouble(
            id ->
                Math.abs(
                    result.rebalance().weights().get(id)
                        - result.rebalance().previousWeights().get(id)))
        .sum();
  }

  @Test
  void hardlyEverTradesOnWhatItCannotKnow() {
    double before = 0;
    double after = 0;
    int due = 0;
    long large = 0;
    for (long seed = 1; seed <= 3; seed++) {
      List<EnsembleWeights> first = run(with(FIRST_GATE, ConfidenceRule.STEADINESS), seed);
      List<EnsembleWeights> now = now(seed);
      before += first.stream().mapToDouble(NoiseEnsembleTest::traded).sum();
      after += now.stream().mapToDouble(NoiseEnsembleTest::traded).sum();
      due += now.size();
      large += large(now);
      assertThat(first.stream().mapToDouble(r -> r.confidence().overall()).min().orElseThrow())
          .as("the steadiness that the first release took for confidence")
          .isGreaterThan(0.7);
    }
    assertThat(due).isGreaterThan(1000);
    assertThat(large).as("REBALANCED with a turnover of 0.10 or more").isLessThan(due / 20);
    assertThat(after).isLessThan(before / 5).isPositive();
  }

  @Test
  void hasLittleConfidenceThere() {
    double[] confidence =
        LongStream.rangeClosed(4, 6)
            .mapToObj(NoiseEnsembleTest::now)
            .flatMap(List::stream)
            .mapToDouble(r -> r.confidence().overall())
            .sorted()
            .toArray();
    int n = confidence.length;
    assertThat(confidence[n / 2]).isBetween(0.30, 0.45);
    assertThat(confidence[(int) (0.95 * n)]).isLessThan(0.75);
    assertThat(Arrays.stream(confidence).filter(c -> c > 0.8).count()).isLessThan(n * 3 / 100);
  }

  private static long large(List<EnsembleWeights> results) {
    return results.stream()
        .filter(r -> r.rebalance().decision().equals(Decision.REBALANCED.name()))
        .filter(r -> r.rebalance().turnover() >= 0.10)
        .count();
  }
}
