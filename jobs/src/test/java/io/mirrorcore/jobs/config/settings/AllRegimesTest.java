package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.regime.Regime;
import org.junit.jupiter.api.Test;

/** One lambda, eta and greatest weight for all regimes, as the guide's configuration has them. */
class AllRegimesTest {

  private static final Settings GUIDE =
      Settings.parse("ensemble: {lambda: 100, eta: 0.05, max-weight: 0.22}", "file");

  @Test
  void holdInEveryRegime() {
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      assertThat(GUIDE.get(regime.lambda())).isEqualTo(100);
      assertThat(GUIDE.get(regime.eta())).isEqualTo(0.05);
      assertThat(GUIDE.get(regime.cap())).isEqualTo(0.22);
    }
    assertThat(Engines.ensemble(GUIDE).regimes().of(Regime.VOLATILE).lambda()).isEqualTo(100);
  }

  @Test
  void giveWayToWhatIsSetForOneRegime() {
    Settings one = GUIDE.with("regimes.volatile.lambda", 400);
    assertThat(one.get(EnsembleKeys.VOLATILE.lambda())).isEqualTo(400);
    assertThat(one.get(EnsembleKeys.MIXED.lambda())).isEqualTo(100);
    assertThat(Settings.parse(one.print(), "printed")).isEqualTo(one);
  }

  @Test
  void mayBeOfOnePortfolioAlone() {
    Settings two =
        Settings.parse(
            "portfolios: {a: {symbols: [A], ensemble: {lambda: 50}}, b: {symbols: [B]}}", "file");
    assertThat(two.of("a").get(EnsembleKeys.MIXED.lambda())).isEqualTo(50);
    assertThat(two.of("b").get(EnsembleKeys.MIXED.lambda())).isEqualTo(125);
  }

  @Test
  void areOfTheProfileThatTheyWereSetFor() {
    assertThat(GUIDE.under(Profile.EVIDENCE).get(EnsembleKeys.MIXED.lambda())).isEqualTo(6);
  }

  @Test
  void mustLetWeightsAddUp() {
    assertThatThrownBy(() -> Settings.parse("ensemble.max-weight: 0.01", "file"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("add up to 1");
  }

  @Test
  void resampledWeightsAreOfTheGuideAlone() {
    assertThatThrownBy(
            () ->
                Settings.parse("{ensemble.profile: evidence, ensemble.weights: resampled}", "file"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("ensemble.weights must be optimal");
  }
}
