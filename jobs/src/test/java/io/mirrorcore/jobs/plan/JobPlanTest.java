package io.mirrorcore.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobPlanTest {

  private static final Settings SETTINGS =
      Settings.parse(
          """
          job: {name: n, parallelism: 3, max-parallelism: 60, pair-shards: 5}
          bars: {interval: 5m, from: ticks}
          time: {out-of-orderness: 2s, max-drift: 1h}
          portfolios.a: [X]
          strategies.MEAN_REVERSION.enabled: false
          """,
          "f");

  @Test
  void holdsWhatTheConfigurationSays() {
    JobPlan plan = JobPlan.of(SETTINGS);

    assertThat(plan.run().name()).isEqualTo("n");
    assertThat(plan.run().parallelism()).isEqualTo(3);
    assertThat(plan.run().secretsWrittenOut()).isEmpty();
    assertThat(plan.time().outOfOrderness()).isEqualTo(Duration.ofSeconds(2));
    assertThat(plan.time().maxDrift()).contains(Duration.ofHours(1));
    assertThat(plan.bars().fromTicks()).isTrue();
    assertThat(plan.bars().grid().intervalMs()).isEqualTo(300_000);
    assertThat(plan.pairs()).isEqualTo(new PairPlan(5, 60));
    assertThat(plan.portfolios().of("X")).containsExactly("a");
    assertThat(plan.ensemble()).isEqualTo(Engines.ensemble(SETTINGS));
    assertThat(plan.ledger()).isEqualTo(Engines.ledger(SETTINGS));
    assertThat(plan.strategies().emitsAll()).isFalse();
    assertThat(plan.strategies().ids())
        .hasSize(Catalogue.IDS.size() - 1)
        .doesNotContain("MEAN_REVERSION");
  }

  @Test
  void strategiesAreLoadedInTheirOrderWithTheirParameters() {
    assertThat(JobPlan.of(SETTINGS).strategies().load()).isEqualTo(SETTINGS.strategies());
    assertThat(JobPlan.of(SETTINGS).strategies().ids())
        .isEqualTo(
            SETTINGS.strategies().stream()
                .map(ConfiguredStrategy::strategy)
                .map(strategy -> strategy.id())
                .toList());
  }

  @Test
  void whatOperatorsTakeTravels() throws Exception {
    JobPlan plan = JobPlan.of(SETTINGS);

    assertThat(InstantiationUtil.clone(plan.parser())).isEqualTo(plan.parser());
    assertThat(InstantiationUtil.clone(plan.pairs())).isEqualTo(plan.pairs());
    assertThat(InstantiationUtil.clone(plan.ledger())).isEqualTo(plan.ledger());
    assertThat(InstantiationUtil.clone(plan.portfolios()).of("X")).containsExactly("a");
    assertThat(InstantiationUtil.clone(plan.bars()).grid().closeAtOrAfter(1)).isEqualTo(300_000);
    assertThat(InstantiationUtil.clone(plan.strategies()).load())
        .isEqualTo(plan.strategies().load());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mean-variance",
        "min-variance",
        "max-sharpe",
        "risk-parity",
        "cvar",
        "equal",
      })
  void anEnsembleIsTheSameAfterTravelling(String objective) throws Exception {
    Settings settings =
        SETTINGS.with(
            Map.of(
                EnsembleKeys.OBJECTIVE.key(), objective,
                EnsembleKeys.MEAN.key(), "shrinkage",
                EnsembleKeys.COVARIANCE.key(), "oas"));
    EnsembleSettings ensemble = JobPlan.of(settings).ensemble();

    assertThat(InstantiationUtil.clone(ensemble)).isEqualTo(ensemble);
  }
}
