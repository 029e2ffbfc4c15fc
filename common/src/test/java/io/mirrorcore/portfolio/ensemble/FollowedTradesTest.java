package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.portfolio.settings.ConfidenceRule;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ResamplingSettings;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who does nothing but follow the trades holds the weights in force, to the last bit. */
class FollowedTradesTest {

  private static final int RUNS = 100;
  private static final int DAYS = 160;

  /** Caps and cadences differ, so that weights are often outside of a new cap. */
  private static EnsembleSettings settings() {
    double cap = 0.25;
    return EnsembleSettingsBuilder.daily()
        .regimes(
            new RegimeTable(
                policy(75, 0.01, 0.4, 5),
                policy(150, 0.005, cap, 1),
                policy(300, 0.02, 0.3, 2),
                policy(125, 0.01, cap, 3)))
        .resampling(new ResamplingSettings(10, 0.8, 5, ConfidenceRule.LEFT_OUT))
        .build();
  }

  private static RegimePolicy policy(double lambda, double eta, double cap, int bars) {
    return new RegimePolicy(lambda, eta, cap, Cadence.ofBars(bars), false);
  }

  @Test
  void addUpToTheWeightsInForceInAHundredRuns() {
    Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    for (int run = 0; run < RUNS; run++) {
      int strategies = 6 + run % 25; // of four, a cap of 0.25 leaves no choice
      Ensemble ensemble = new Ensemble("p", settings());
      SplittableRandom random = new SplittableRandom(run);
      Map<String, Double> followed = new TreeMap<>();
      double[] skill = random.doubles(strategies, -0.002, 0.002).toArray();
      for (int day = 1; day <= DAYS; day++) {
        EnsembleWeights result = ensemble.onBar(bar(random, day, skill)).weights();
        if (result != null) {
          decisions.merge(Decision.valueOf(result.rebalance().decision()), 1, Integer::sum);
          follow(result, followed);
        }
      }
      assertThat(followed).isNotEmpty();
    }
    assertThat(decisions).containsKeys(Decision.REBALANCED, Decision.PARTIAL, Decision.INITIAL);
  }

  private static void follow(EnsembleWeights result, Map<String, Double> followed) {
    boolean first = result.rebalance().decision().equals("INITIAL");
    for (WeightTrade trade : result.rebalance().trades()) {
      assertThat(followed.getOrDefault(trade.strategy(), 0.0)).isEqualTo(trade.from());
      assertThat(first || Math.abs(trade.to() - trade.from()) > 0.01)
          .as("%s of %s", trade, result.rebalance())
          .isTrue();
      followed.put(trade.strategy(), trade.to());
    }
    result
        .rebalance()
        .weights()
        .forEach((id, weight) -> assertThat(followed.getOrDefault(id, 0.0)).isEqualTo(weight));
    assertThat(followed.values().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
    assertThat(followed.values())
        .allSatisfy(w -> assertThat(w).isBetween(0.0, result.rebalance().cap() + 1e-12));
  }

  /** Strategies differ in skill, and some have no position for a while. */
  private static PortfolioBar bar(SplittableRandom random, int day, double[] skill) {
    int n = skill.length;
    double[] returns = new double[n];
    boolean[] deployed = new boolean[n];
    for (int k = 0; k < n; k++) {
      deployed[k] = n < 8 || (day / 40 + k) % 7 != 0;
      returns[k] = deployed[k] ? skill[k] + 0.02 * (random.nextDouble() - 0.5) : 0;
    }
    List<String> ids = IntStream.range(0, n).mapToObj("S%02d"::formatted).toList();
    return new PortfolioBar.OfReturns(
        "p",
        day * 86_400_000L,
        ids,
        new BarReturns(returns, deployed, 0.03 * (random.nextDouble() - 0.5)));
  }
}
