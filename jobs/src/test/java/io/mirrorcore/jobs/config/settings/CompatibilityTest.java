package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One key stands for what a release defined; what is set by itself goes before it. */
class CompatibilityTest {

  private static final Settings FIRST = Settings.defaults().with("compatibility", "0.1");

  private static Parameters of(Settings settings, String id) {
    return settings.strategies().stream()
        .filter(configured -> configured.strategy().id().equals(id))
        .findFirst()
        .orElseThrow()
        .parameters();
  }

  private static List<Edition> editions(Settings settings) {
    return settings.strategies().stream()
        .filter(configured -> configured.strategy().hasEditions())
        .map(configured -> configured.parameters().edition())
        .distinct()
        .toList();
  }

  @Test
  void theNewestDefinitionsHoldUnlessAReleaseIsNamed() {
    assertThat(editions(Settings.defaults())).containsExactly(Edition.SECOND);
    assertThat(editions(FIRST)).containsExactly(Edition.FIRST);
    assertThat(of(FIRST, "VOLUME_SR").fingerprint())
        .isEqualTo(
            "lookback=100.0,max_hold=20.0,merge=0.005,near=0.0025,pivot=2.0,volume_quantile=0.85");
  }

  @Test
  void theFirstReleaseTradedEveryChangeAndChargedWeights() {
    assertThat(Settings.defaults().get(EnsembleKeys.POSITIONS_BAND)).isEqualTo(1);
    assertThat(Settings.defaults().get(BacktestKeys.WEIGHT_COST)).isZero();
    assertThat(FIRST.get(EnsembleKeys.POSITIONS_BAND)).isZero();
    assertThat(FIRST.get(BacktestKeys.WEIGHT_COST)).isEqualTo(0.001);
    assertThat(FIRST.with("positions.band", 2).get(EnsembleKeys.POSITIONS_BAND)).isEqualTo(2);
    assertThat(Engines.positions(FIRST).band()).isZero();
    assertThat(Settings.parse(FIRST.print(), "printed").get(BacktestKeys.WEIGHT_COST))
        .isEqualTo(0.001);
  }

  @Test
  void theCostOfWeightsIsReadByItsOlderName() {
    Settings old = Settings.parse("backtest.cost: 0.002", "file");
    assertThat(old.get(BacktestKeys.WEIGHT_COST)).isEqualTo(0.002);
    assertThat(old.notes())
        .containsExactly(
            "backtest.cost (file, line 1) is now spelled backtest.weight-cost; the old spelling still"
                + " counts");
    assertThatThrownBy(() -> Settings.parse("backtest: {cost: 0.002, weight-cost: 0.001}", "file"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("are one option");
  }

  @Test
  void aStrategyMayHaveAnEditionOfItsOwn() {
    Settings mixed = FIRST.with("strategies.VOLUME_SR.edition", 2);

    assertThat(of(mixed, "VOLUME_SR")).isEqualTo(of(Settings.defaults(), "VOLUME_SR"));
    assertThat(of(mixed, "PAIRS_TRADING")).isEqualTo(of(FIRST, "PAIRS_TRADING"));
    assertThat(of(Settings.defaults().with("strategies.VOLUME_SR.edition", 1), "VOLUME_SR"))
        .isEqualTo(of(FIRST, "VOLUME_SR"));
  }

  @Test
  void aParameterOfTheOtherEditionIsNone() {
    assertThatThrownBy(() -> FIRST.with("strategies.PAIRS_TRADING.formation", 100))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("strategies.PAIRS_TRADING.formation is no option");
    assertThatThrownBy(() -> Settings.defaults().with("strategies.PAIRS_TRADING.lookback", 100))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("strategies.PAIRS_TRADING.lookback is no option");
  }

  @Test
  void theFirstReleaseHasSlotsOfThosePresentUnlessSet() {
    assertThat(FIRST.get(EnsembleKeys.RETURNS_SLOTS)).isEqualTo(Choices.Slots.PRESENT);
    assertThat(Engines.ledger(FIRST).slots()).isEqualTo(SlotRule.PRESENT);
    assertThat(Engines.ensemble(FIRST).positions().slots()).isEqualTo(SlotRule.PRESENT);
    assertThat(Engines.ledger(Settings.defaults()).slots()).isEqualTo(SlotRule.ALIVE);
    assertThat(Engines.ledger(FIRST.with("returns.slots", "alive")).slots())
        .isEqualTo(SlotRule.ALIVE);
  }

  @Test
  void aReleaseThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> Settings.defaults().with("compatibility", "0.2"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("compatibility must be 0.1; have \"0.2\"");
  }

  @Test
  void whatIsPrintedGivesTheSameSettings() {
    assertThat(Settings.parse(FIRST.print(), "printed").strategies()).isEqualTo(FIRST.strategies());
  }

  @Test
  void theCostThatAStrategyReckonsWithIsTheLedgersUnlessSet() {
    Settings dear = Settings.defaults().with("returns.cost", 0.003);

    assertThat(of(dear, "RL_AGENT").fingerprint()).contains("cost=0.003,");
    assertThat(of(dear.with("strategies.RL_AGENT.cost", 0.001), "RL_AGENT").fingerprint())
        .contains("cost=0.001,");
    assertThat(of(dear.with("compatibility", "0.1"), "RL_AGENT").fingerprint())
        .contains("cost=5.0E-4,");
  }
}
