package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.config.wiring.WalkForward;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.portfolio.period.EveryBar;
import io.mirrorcore.portfolio.period.PartsOfDay;
import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.portfolio.settings.TimeSettings;
import io.mirrorcore.regime.Cadence;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Periods and profiles, of all portfolios and of one. */
class ProfileSettingsTest {

  private static final String SIDE_BY_SIDE =
      """
      bars.interval: 1d
      ensemble.window: 90
      portfolios:
        guide: [IBM, "T*"]
        proven:
          symbols: [IBM, "T*"]
          ensemble: {profile: evidence, gamma: 2e-5}
          alerts: {low-sharpe: 0.1}
        laid-over:
          ensemble:
            profile: overlay
            overlay: {strategies: [UT_BOT, GRADIENT_TREND], target: 0.15}
      """;

  private static Settings parse(String yaml) {
    return Settings.parse(yaml, "test.yaml");
  }

  private static void refuses(ThrowingCallable what, String... words) {
    assertThatThrownBy(what)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void minutesAreCountedInDaysAndTheirMeansBelieved() {
    TimeSettings time = Engines.ensemble(Settings.defaults()).time();

    assertThat(time.ends()).isEqualTo(new PartsOfDay(86_400_000, ZoneId.of("America/New_York")));
    assertThat(time.periods()).isEqualTo(new BarRate(1, 365));
    assertThat(time.meanPrior()).isZero();
    assertThat(time.warmUp().share()).isEqualTo(0.5);
    assertThat(time.warmUp().withoutInput())
        .contains("MICROSTRUCTURE", "OPTION_FLOW")
        .doesNotContain("UT_BOT", "PAIRS_TRADING");
  }

  @Test
  void periodsBelowADayHaveAPriorAndDaysAndLongerBarsAreTheirOwn() {
    TimeSettings hours = Engines.ensemble(parse("ensemble.period: 4h")).time();
    assertThat(hours.periods()).isEqualTo(new BarRate(6, 6 * 365));
    assertThat(hours.meanPrior()).isEqualTo(1);

    for (int days : new int[] {1, 7}) {
      TimeSettings longer = Engines.ensemble(parse("bars.interval: " + days + "d")).time();
      assertThat(longer.ends()).isEqualTo(new EveryBar(Duration.ofDays(days).toMillis()));
      assertThat(longer.meanPrior()).isZero();
    }
    TimeSettings bars = Engines.ensemble(parse("ensemble.period: bar")).time();
    assertThat(bars.periods()).isEqualTo(new BarRate(1_440, 1_440 * 365));
    assertThat(bars.meanPrior()).isEqualTo(1);
  }

  @Test
  void theFirstReleaseCountedBars() {
    TimeSettings first = Engines.ensemble(parse("compatibility: 0.1")).time();

    assertThat(first.ends()).isEqualTo(new EveryBar(Duration.ofMinutes(1).toMillis()));
    assertThat(first.meanPrior()).isZero();
    assertThat(first.warmUp().isOn()).isFalse();
    assertThat(
            Engines.ensemble(parse("{compatibility: 0.1, ensemble.period: 1h}")).time().periods())
        .isEqualTo(new BarRate(24, 24 * 365));
  }

  @Test
  void aPeriodIsAMultipleOfTheBarAndTrainIsNotShorterThanTest() {
    refuses(
        () -> parse("{bars.interval: 2h, ensemble.period: 3h}"),
        "ensemble.period must be a multiple of bars.interval; have 3h and 2h");
    refuses(() -> parse("ensemble.period: 7h"), "ensemble.period must be bar, or a duration");
    refuses(
        () -> parse("{backtest.train: 20, backtest.test: 30}"),
        "backtest.train must be at least backtest.test");
    assertThat(parse("{backtest.train: 20, backtest.test: 30, backtest.mode: event}")).isNotNull();
  }

  @Test
  void aProfileBringsItsDefaultsAndTheMarket() {
    Settings settings =
        parse(
            "{bars.interval: 1d, ensemble.profile: evidence, ensemble.gate.trade-threshold: 0.02}");
    EnsembleSettings ensemble = Engines.ensemble(settings);
    EnsembleSettings expected = EnsembleSettings.evidence(1, 252);

    assertThat(ensemble.window().length()).isEqualTo(1260);
    assertThat(ensemble.window().minObservations()).isEqualTo(252);
    assertThat(ensemble.regimes()).isEqualTo(expected.regimes());
    assertThat(ensemble.allocation().cash()).isEqualTo(expected.allocation().cash());
    assertThat(ensemble.gate().appliesAll()).isTrue();
    assertThat(ensemble.gate().tradeThreshold()).isEqualTo(0.02);
    assertThat(ensemble.alerts().sharpeBelow()).isEqualTo(-100);
    assertThat(JobPlan.of(settings).strategies().ids()).contains("HOLD");
    assertThat(JobPlan.of(Settings.defaults()).strategies().ids()).doesNotContain("HOLD");
  }

  @Test
  void whatAProfileCannotDoIsRefused() {
    refuses(
        () -> parse("{ensemble.profile: evidence, ensemble.cash.enabled: false}"),
        "ensemble.cash.enabled must be true where ensemble.profile is evidence");
    refuses(
        () -> parse("{ensemble.profile: overlay, ensemble.objective: min-variance}"),
        "ensemble.objective must be mean-variance where ensemble.profile is overlay");
    refuses(
        () -> parse("{ensemble.profile: overlay, ensemble.overlay.strategies: [NOBODY]}"),
        "ensemble.overlay.strategies must name strategies that are switched on; have NOBODY");
  }

  @Test
  void portfoliosRunSideBySideEachWithItsOwn() {
    Settings settings = parse(SIDE_BY_SIDE);
    JobPlan plan = JobPlan.of(settings);

    assertThat(settings.portfolios().names()).containsExactly("guide", "laid-over", "proven");
    assertThat(settings.portfolios().of("IBM")).containsExactly("guide", "laid-over", "proven");
    assertThat(settings.portfolios().of("XOM")).containsExactly("laid-over");
    EnsembleSettings guide = plan.ensembles().of("guide");
    assertThat(guide.profile().profile()).isEqualTo(Profile.GUIDE);
    assertThat(guide.profile().leavesMarketOut()).isTrue();
    assertThat(guide.window().length()).isEqualTo(90);
    EnsembleSettings proven = plan.ensembles().of("proven");
    assertThat(proven.profile().profile()).isEqualTo(Profile.EVIDENCE);
    assertThat(proven.profile().leavesMarketOut()).isFalse();
    assertThat(proven.window().length()).isEqualTo(1260);
    assertThat(proven.window().gamma()).isEqualTo(2e-5);
    assertThat(proven.alerts().sharpeBelow()).isEqualTo(0.1);
    assertThat(guide.alerts().sharpeBelow()).isEqualTo(0.5);
    EnsembleSettings overlay = plan.ensembles().of("laid-over");
    assertThat(overlay.profile().overlay().target()).isEqualTo(0.15);
    assertThat(overlay.profile().overlay().strategies())
        .containsExactly("UT_BOT", "GRADIENT_TREND");
  }

  @Test
  void whatIsPrintedAndWhatIsGivenIsTheSame() {
    Settings settings = parse(SIDE_BY_SIDE);
    assertThat(parse(settings.print())).isEqualTo(settings);
    assertThat(parse(settings.given())).isEqualTo(settings);
  }

  @Test
  void aPortfolioHasNothingThatBelongsToTheJob() {
    refuses(
        () -> parse("portfolios.a: {symbols: ['*'], strategies: {UT_BOT: {enabled: false}}}"),
        "portfolios.a.strategies.UT_BOT.enabled is no option of a portfolio");
    refuses(
        () -> parse("portfolios.a: {bars: {interval: 1h}}"),
        "portfolios.a.bars.interval is no option of a portfolio");
    refuses(
        () -> parse("portfolios.a: {ensemble: {windou: 3}}"),
        "portfolios.a.ensemble.windou is no option of a portfolio",
        "ensemble.window");
    refuses(
        () -> parse("portfolios.a: {ensemble: {window: 20}}"),
        "portfolios.a: ensemble.min-observations must be at most ensemble.window");
    refuses(
        () -> parse("portfolios.a: {ensemble: {window: x}}"),
        "portfolios.a.ensemble.window must be");
  }

  @Test
  void walkForwardIsTheGuidesAlone() {
    Settings walk = WalkForward.settings(parse(SIDE_BY_SIDE));
    JobPlan plan = JobPlan.of(walk);

    assertThat(plan.ensembles().of("guide").window().minObservations()).isEqualTo(90);
    assertThat(plan.ensembles().of("guide").regimes().whenTrending().cadence())
        .isEqualTo(Cadence.ofBars(30));
    assertThat(plan.ensembles().of("proven").window().length()).isEqualTo(1260);
    assertThat(plan.ensembles().of("proven").regimes().whenTrending().cadence())
        .isEqualTo(Cadence.ofDays(7));
    Settings evidence =
        parse(
            "{bars.interval: 1d, ensemble.profile: evidence, portfolios.g: {ensemble: {profile: guide}}}");
    JobPlan mixed = JobPlan.of(WalkForward.settings(evidence));
    assertThat(mixed.ensemble().window().length()).isEqualTo(1260);
    assertThat(mixed.ensembles().of("g").window().length()).isEqualTo(90);
  }

  @Test
  void inputsThatSomebodyNamesArePromised() {
    Settings named = Settings.defaults().with(Map.of("job.inputs", "prices, ticks"));
    assertThat(Engines.ensemble(named).time().warmUp().withoutInput())
        .doesNotContain("MICROSTRUCTURE")
        .contains("OPTION_FLOW");
    assertThat(named.get(ProfileKeys.PROFILE)).isEqualTo(Profile.GUIDE);
  }
}
