package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.WalkForward;
import io.mirrorcore.tune.TrialPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuneSettingsTest {

  private static final Settings USERS = Settings.defaults().with("bars.interval", "1d");

  @Test
  void gridAndSearchAreThoseOfTheSpecification() {
    assertThat(TuneSettings.grid(USERS).next(List.of()))
        .hasSize(25)
        .startsWith(new TrialPoint(1, 50, 0.01), new TrialPoint(2, 50, 0.03))
        .endsWith(new TrialPoint(25, 300, 0.10));
    assertThat(TuneSettings.bayes(USERS).calls()).isEqualTo(50);
    assertThat(TuneSettings.bayes(USERS).identity()).isEqualTo("bayes from seed 42");
  }

  @Test
  void oneLambdaAndOneEtaHoldInAllRegimes() {
    Settings tuned = TuneSettings.with(USERS, 123.5, 0.042);
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      assertThat(tuned.get(regime.lambda())).isEqualTo(123.5);
      assertThat(tuned.get(regime.eta())).isEqualTo(0.042);
      assertThat(tuned.get(regime.cap())).isEqualTo(USERS.get(regime.cap()));
      assertThat(tuned.get(regime.every())).isEqualTo(USERS.get(regime.every()));
      assertThat(tuned.get(regime.hold())).isEqualTo(USERS.get(regime.hold()));
    }
  }

  @Test
  void theBootstrapIsCutOnlyWhereNobodyAsksForIt() {
    assertThat(TuneSettings.cheap(WalkForward.settings(USERS)).get(EnsembleKeys.RESAMPLE_SAMPLES))
        .isEqualTo(2);
    assertThat(TuneSettings.cheap(USERS)).isEqualTo(USERS);
  }

  @Test
  void saysWhatIsWrongWithAGrid() {
    assertThatThrownBy(
            () -> TuneSettings.grid(USERS.with(Map.of("tune.lambda", "50", "tune.eta", "0.1"))))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("tune.lambda, tune.eta: a grid must have at least 2 points");
    assertThatThrownBy(() -> TuneSettings.grid(USERS.with("tune.lambda", "0, 50")))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("lambda must be above 0");
  }

  @Test
  void onlyAnObjectiveWithLambdaAndEtaCanBeTuned() {
    Settings parity = USERS.with("ensemble.objective", "risk-parity");
    BacktestInputs inputs = new BacktestInputs(Map.of(), Path.of("returns.csv"));
    assertThatThrownBy(() -> new TunePlan(parity, inputs, "given", null, TuneSettings.grid(parity)))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("ensemble.objective is risk-parity")
        .hasMessageContaining("set it to mean-variance");
  }
}
