package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  private static final Settings SETTINGS = Settings.defaults().with("bars.interval", "1d");

  @TempDir private Path directory;
  private Path prices;

  @BeforeEach
  void writePrices() throws IOException {
    prices = Files.writeString(directory.resolve("prices.csv"), "a,b,c\n");
  }

  private String ofInputs(Settings settings) throws IOException {
    return Fingerprint.ofInputs(settings, new BacktestInputs(Map.of(RecordKind.BAR, prices), null));
  }

  private String ofTrials(Settings settings) throws IOException {
    return Fingerprint.ofTrials("grid", settings, "main", prices);
  }

  @Test
  void isTheSameForTheSame() throws IOException {
    assertThat(ofInputs(SETTINGS)).isEqualTo(ofInputs(SETTINGS)).hasSize(64);
    assertThat(ofTrials(SETTINGS)).isEqualTo(ofTrials(SETTINGS)).isNotEqualTo(ofInputs(SETTINGS));
  }

  @Test
  void whatCannotMatterDoesNot() throws IOException {
    Settings other =
        SETTINGS.with(
            Map.of(
                "job.parallelism",
                7,
                "kafka.bootstrap.servers",
                "elsewhere:9092",
                "tune.lambda",
                "1, 2",
                "regimes.mixed.lambda",
                33,
                "regimes.volatile.eta",
                0.33));
    assertThat(ofInputs(other)).isEqualTo(ofInputs(SETTINGS));
    assertThat(ofTrials(other)).isEqualTo(ofTrials(SETTINGS));
  }

  @Test
  void settingsOfTheEnsembleMatterToTrialsAndNotToReturns() throws IOException {
    for (String key : new String[] {"ensemble.window", "backtest.train", "regime.rank-window"}) {
      Settings other = SETTINGS.with(key, 99);
      assertThat(ofInputs(other)).as(key).isEqualTo(ofInputs(SETTINGS));
      assertThat(ofTrials(other)).as(key).isNotEqualTo(ofTrials(SETTINGS));
    }
    Settings cap = SETTINGS.with("regimes.mixed.cap", 0.5);
    assertThat(ofTrials(cap)).isNotEqualTo(ofTrials(SETTINGS));
  }

  @Test
  void settingsOfStrategiesMatterToBoth() throws IOException {
    for (Map.Entry<String, Object> change :
        Map.<String, Object>of(
                "strategies.RL_AGENT.enabled",
                false,
                "strategies.UT_BOT.atr-period",
                17,
                "returns.cost",
                0.001,
                "bars.interval",
                "1h")
            .entrySet()) {
      Settings other = SETTINGS.with(change.getKey(), change.getValue());
      assertThat(ofInputs(other)).as(change.getKey()).isNotEqualTo(ofInputs(SETTINGS));
      assertThat(ofTrials(other)).as(change.getKey()).isNotEqualTo(ofTrials(SETTINGS));
    }
  }

  @Test
  void everyByteOfTheDataMatters() throws IOException {
    String inputs = ofInputs(SETTINGS);
    String trials = ofTrials(SETTINGS);
    Files.writeString(prices, "a,b,d\n");
    assertThat(ofInputs(SETTINGS)).isNotEqualTo(inputs);
    assertThat(ofTrials(SETTINGS)).isNotEqualTo(trials);
    assertThat(
            Fingerprint.ofInputs(
                SETTINGS, new BacktestInputs(Map.of(RecordKind.TICK, prices), null)))
        .as("another kind of record")
        .isNotEqualTo(ofInputs(SETTINGS));
  }

  @Test
  void searchAndPortfolioMatterToTrials() throws IOException {
    assertThat(Fingerprint.ofTrials("bayes from seed 1", SETTINGS, "main", prices))
        .isNotEqualTo(ofTrials(SETTINGS));
    assertThat(Fingerprint.ofTrials("grid", SETTINGS, "second", prices))
        .isNotEqualTo(ofTrials(SETTINGS));
  }
}
