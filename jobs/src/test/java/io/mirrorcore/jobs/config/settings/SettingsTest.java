package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.portfolio.ledger.CostModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir Path directory;

  @Test
  void anEmptyFileIsAllDefaults() {
    assertThat(Fakes.parse(""))
        .isEqualTo(Fakes.parse("# nothing\n"))
        .isEqualTo(Fakes.parse("job:\n"));
    assertThat(Settings.defaults().get(PipelineKeys.BOOTSTRAP_SERVERS)).isEqualTo("localhost:9092");
    assertThat(Settings.defaults().parser().unaligned()).isEqualTo(ParserSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"1s, 10000", "1m, 60000", "1d, 86400000"})
  void aTimeMayBeAheadByABarButNeverByLessThanClocksDiffer(String interval, long maxAheadMs) {
    Settings settings = Fakes.parse("bars.interval: " + interval);
    assertThat(settings.parser().maxAheadMs()).isEqualTo(maxAheadMs);
    assertThat(settings.with("time.max-ahead", "1h").parser().maxAheadMs()).isEqualTo(3_600_000);
  }

  @Test
  void nestedAndDottedKeysAreTheSame() {
    Settings nested = Fakes.parse("bars:\n  interval: 5m\njob: {parallelism: 4}\n");
    Settings dotted = Fakes.parse("bars.interval: 300s\njob.parallelism: \"4\"\n");

    assertThat(nested).isEqualTo(dotted).isNotEqualTo(Fakes.parse(""));
    assertThat(nested.get(PipelineKeys.BARS_INTERVAL)).isEqualTo(Duration.ofMinutes(5));
    assertThat(nested.hashCode()).isEqualTo(dotted.hashCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          job.parallelism: two   ~ job.parallelism must be a whole number in [1, 32768]; have "two" (test.yaml, line 1); leave it out for the default, 2
          job.parallelism: 0     ~ job.parallelism must be a whole number in [1, 32768]; have "0" (test.yaml, line 1); leave it out for the default, 2
          job.parallelism: 99999999999  ~ job.parallelism must be a whole number in [1, 32768]; have "99999999999" (test.yaml, line 1); leave it out for the default, 2
          job.parallelism: 1.5   ~ job.parallelism must be a whole number in [1, 32768]; have "1.5" (test.yaml, line 1); leave it out for the default, 2
          job.parallelism: [1, 2] ~ job.parallelism must be a whole number in [1, 32768]; have [1, 2] (test.yaml, line 1); leave it out for the default, 2
          job.parallelism:       ~ job.parallelism must be a whole number in [1, 32768]; have nothing (test.yaml, line 1); leave it out for the default, 2
          job.mode: batch        ~ job.mode must be one of live, replay; have "batch" (test.yaml, line 1); leave it out for the default, live
          job.inputs: [ticks, ticks] ~ job.inputs must be a list with some of prices, ticks, options-flow, adjustments, each once; have [ticks, ticks] (test.yaml, line 1); leave it out for the default, prices, ticks, options-flow
          bars.interval: 1 minute ~ bars.interval must be a duration from 1s to 28d (a whole number with ms, s, m, h or d); have "1 minute" (test.yaml, line 1); leave it out for the default, 1m
          bars.interval: 60      ~ bars.interval must be a duration from 1s to 28d (a whole number with ms, s, m, h or d); have "60" (test.yaml, line 1); leave it out for the default, 1m
          bars.close: 25:00      ~ bars.close must be a time of day like 16:00; have "25:00" (test.yaml, line 1); leave it out for the default, 16:00
          bars.zone: Mars        ~ bars.zone must be a time zone like America/New_York or UTC; have "Mars" (test.yaml, line 1); leave it out for the default, America/New_York
          bars.per-day: 0        ~ bars.per-day must be a number in (0, 86400]; have "0" (test.yaml, line 1); or leave it out
          ensemble.gamma: .nan   ~ ensemble.gamma must be a number in [0, 1]; have ".nan" (test.yaml, line 1); leave it out for the default, 1e-5
          ensemble.gamma: 0x1    ~ ensemble.gamma must be a number in [0, 1]; have "0x1" (test.yaml, line 1); leave it out for the default, 1e-5
          ensemble.mean: median  ~ ensemble.mean must be one of ewma, rolling, shrinkage; have "median" (test.yaml, line 1); leave it out for the default, ewma
          regimes.mixed.every: 0 bars ~ regimes.mixed.every must be a duration above 0 like 7d, or a number of periods like 30 bars; have "0 bars" (test.yaml, line 1); leave it out for the default, 3d
          regimes.mixed.cap: 1.7 ~ regimes.mixed.cap must be a number in (0, 1]; have "1.7" (test.yaml, line 1); leave it out for the default, 0.25
          regimes.mixed.hold: yes ~ regimes.mixed.hold must be one of true, false; have "yes" (test.yaml, line 1); leave it out for the default, false
          topics.prices: a b     ~ topics.prices must be a topic's name of 1 to 249 letters, digits, dots, underscores or dashes; have "a b" (test.yaml, line 1); leave it out for the default, prices
          returns.cost: 1        ~ returns.cost must be a number in [0, 0.1]; have "1" (test.yaml, line 1); leave it out for the default, 0.0002
          returns.cost.BRK.B: -1 ~ returns.cost.BRK.B must be a number in [0, 0.1]; have "-1" (test.yaml, line 1); leave it out for returns.cost
          portfolios.a.b: AAPL   ~ portfolios.a.b is no option of a portfolio (test.yaml, line 1); it has symbols, sectors (lists of symbols by name), and of its ensemble alone the keys that begin with ensemble., regimes., alerts., positions.
          portfolios.a: []       ~ portfolios.a must be a list of symbols or patterns with * and ?, or * for all; have nothing (test.yaml, line 1); list at least one, none with white space
          bars.intervall: 1m     ~ bars.intervall is no option (test.yaml, line 1); did you mean bars.interval?
          gamma: 1               ~ gamma is no option (test.yaml, line 1); did you mean ensemble.gamma?
          bars: 5                ~ bars is a section and must hold keys; have "5" (test.yaml, line 1); its keys are bars.anchor, bars.close, bars.from, bars.interval, bars.revisions, bars.zone
          bars.interval.x: 5     ~ bars.interval.x is no option (test.yaml, line 1); did you mean bars.interval?
          kafka.group.id: g      ~ kafka.group.id is not for users to set: set job.group-id instead (test.yaml, line 1)
          kafka.acks: [1, 2]     ~ kafka.acks must be one text, its parts separated by commas (test.yaml, line 1)
          strategies.CROSING.fast: 3 ~ strategies.CROSING.fast names no strategy (test.yaml, line 1); available are CROSSING, PLAIN_1, PLAIN_2, PLAIN_3, PLAIN_4, PLAIN_5; did you mean CROSSING?
          strategies.CROSSING: 3 ~ strategies.CROSSING is a section (test.yaml, line 1); its keys are strategies.CROSSING.enabled, strategies.CROSSING.min-weight, strategies.CROSSING.max-weight, strategies.CROSSING.risk-budget, strategies.CROSSING.fast, strategies.CROSSING.slow, strategies.CROSSING.level
          strategies.CROSSING.fats: 3 ~ strategies.CROSSING.fats is no option (test.yaml, line 1); did you mean strategies.CROSSING.fast?
          strategies.CROSSING.fast: 3.5 ~ strategies.CROSSING.fast must be a whole number in [1, 100]; have "3.5" (test.yaml, line 1); leave it out for the default, 12
          strategies.CROSSING.enabled: 1 ~ strategies.CROSSING.enabled must be one of true, false; have "1" (test.yaml, line 1); leave it out for the default, true
          strategies.CROSSING.max-weight: 0 ~ strategies.CROSSING.max-weight must be a number in (0, 1]; have "0" (test.yaml, line 1); leave it out for the default, 1
          ensemble.groups.core.max: 1 ~ ensemble.groups.core.max is no option (test.yaml, line 1); a group has cap and strategies
          ensemble.groups.core.cap: 2 ~ ensemble.groups.core.cap must be a number in (0, 1]; have "2" (test.yaml, line 1); leave it out for the default, 1
          """)
  void saysKeyValueRuleAndRemedy(String yaml, String message) {
    assertThatThrownBy(() -> Fakes.parse(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void listsAllProblemsAtOnce() {
    ConfigurationException problem =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Fakes.parse("job:\n  mode: x\n  parallelism: 0\nbarz: 1\n"));

    assertThat(problem.sentences()).hasSize(3);
    assertThat(problem)
        .hasMessageStartingWith("3 problems:\n  - job.mode must be one of live, replay");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          {a: [1                     ~ test.yaml, line 1, is no valid YAML: while parsing a flow sequence, expected
          - a                        ~ test.yaml must be sections of keys and values
          job.mode: &m live          ~
          {job.name: &m x, job.group-id: *m} ~ job.group-id is an alias, which is not supported; write the value out (test.yaml, line 1)
          {job.mode: live, job: {mode: live}} ~ job.mode is there twice (test.yaml, line 1 and test.yaml, line 1); delete one
          {job.inputs: [{a: 1}, ticks]} ~ job.inputs must be a list of plain values (test.yaml, line 1)
          """)
  void refusesYamlThatWouldBeMisread(String yaml, String message) {
    if (message == null) {
      assertThat(Fakes.parse(yaml)).isEqualTo(Fakes.parse(""));
    } else {
      assertThatThrownBy(() -> Fakes.parse(yaml))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(message);
    }
  }

  @Test
  void refusesASecondDocument() {
    assertThatThrownBy(() -> Fakes.parse("job.name: a\n---\njob.name: b\n"))
        .hasMessage("test.yaml must be one document; delete what begins with the next ---");
  }

  @Test
  void readsAFileAndNamesOneThatIsNotThere() throws IOException {
    Path file = Files.writeString(directory.resolve("c.yaml"), "job.name: desk\n");

    assertThat(Settings.load(file).get(PipelineKeys.JOB_NAME)).isEqualTo("desk");
    Path absent = directory.resolve("absent.yaml");
    assertThatThrownBy(() -> Settings.load(absent))
        .hasMessage(absent + " cannot be read (NoSuchFileException); check the path");
  }

  @Test
  void overridesReplaceValuesOfTheFile() {
    Settings settings =
        Fakes.parse("job.parallelism: 4\nreturns: {cost: {'*': 0.001, BTC*: 0.0}}\n");

    Settings changed =
        settings
            .with("job.parallelism", 8)
            .with("bars.interval", Duration.ofHours(1))
            .with("job.mode", Choices.Mode.REPLAY)
            .with("job.inputs", "prices,ticks")
            .with("portfolios.coins", List.of("BTC*", "ETH?"))
            .with("returns.cost", 0.0005);

    assertThat(changed.get(PipelineKeys.JOB_PARALLELISM)).isEqualTo(8);
    assertThat(changed.get(PipelineKeys.BARS_INTERVAL)).isEqualTo(Duration.ofHours(1));
    assertThat(changed.get(PipelineKeys.JOB_MODE)).isEqualTo(Choices.Mode.REPLAY);
    assertThat(changed.get(PipelineKeys.JOB_INPUTS)).containsExactly(Topic.PRICES, Topic.TICKS);
    assertThat(changed.portfolios().names()).containsExactly("coins");
    assertThat(changed.costs().of("AAPL")).isEqualTo(0.0005);
    assertThat(changed.costs().of("BTC-USD")).isZero();
    assertThat(settings.get(PipelineKeys.JOB_PARALLELISM)).isEqualTo(4);
    assertThatThrownBy(() -> settings.with("job.mode", "x")).hasMessageContaining("(override)");
  }

  @Test
  void overridesThatOnlyTogetherAreValidAreTakenTogether() {
    Map<String, Integer> both = Map.of("ensemble.window", 20, "ensemble.min-observations", 10);

    assertThat(Fakes.parse("").with(both).get(EnsembleKeys.WINDOW)).isEqualTo(20);
    assertThatThrownBy(() -> Fakes.parse("").with("ensemble.window", 20))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void textsStayAsTheyWereWritten() {
    Settings settings =
        Fakes.parse("job.name: 1.10\nportfolios: {asia: [000001, 0005.HK, NO, 1e3, 0x1F, TRUE]}\n");

    assertThat(settings.get(PipelineKeys.JOB_NAME)).isEqualTo("1.10");
    for (String symbol : List.of("000001", "0005.HK", "NO", "1e3", "0x1F", "TRUE")) {
      assertThat(settings.portfolios().of(symbol)).containsExactly("asia");
    }
    assertThat(settings.portfolios().of("1")).isEmpty();
  }

  @Test
  void portfoliosAreFoundBySymbolInOrderOfName() {
    Settings settings =
        Fakes.parse("portfolios:\n  tech: [AAPL, MSFT]\n  all: \"*\"\n  a: A?PL, B*\n");

    assertThat(settings.portfolios().names()).containsExactly("a", "all", "tech");
    assertThat(settings.portfolios().of("AAPL")).containsExactly("a", "all", "tech");
    assertThat(settings.portfolios().of("BTC")).containsExactly("a", "all");
    assertThat(Fakes.parse("").portfolios().of("AAPL")).containsExactly("main");
  }

  @Test
  void theMostSpecificPatternSetsTheCost() {
    CostModel costs =
        Fakes.parse(
                "returns: {cost: {B*: 0.01, BTC*: 0.02, BTC-EUR: 0.03, '*': 0.04, 'A?': 0.05, 'A*': 0.06}}")
            .costs();

    assertThat(costs.of("BTC-EUR")).isEqualTo(0.03);
    assertThat(costs.of("BTC-USD")).isEqualTo(0.02);
    assertThat(costs.of("BNB")).isEqualTo(0.01);
    assertThat(costs.of("ETH")).isEqualTo(0.04);
    assertThat(costs.of("AB")).as("of equals the first by name").isEqualTo(0.06);
    assertThat(Fakes.parse("").costs().of("X")).isEqualTo(0.0002);
  }

  @Test
  void strategiesComeInTheOrderOfTheCatalogueWithTheirParameters() {
    Settings settings =
        Fakes.parse("strategies: {PLAIN_3: {enabled: false}, CROSSING: {fast: 5, level: .25}}\n");

    assertThat(settings.strategies())
        .extracting(c -> c.strategy().id())
        .containsExactly("CROSSING", "PLAIN_1", "PLAIN_2", "PLAIN_4", "PLAIN_5");
    assertThat(settings.strategies().get(0).parameters().fingerprint())
        .isEqualTo("fast=5.0,level=0.25,slow=26.0");
  }

  @ParameterizedTest
  @CsvSource({
    "bars.interval: 1m, 1440, 525600",
    "bars.interval: 1d, 1, 252",
    "bars.interval: 7d, 0.14285714285714285, 52.17857142857142",
    "'{bars.interval: 1m, bars.per-day: 390}', 390, 98280",
    "'{bars.interval: 1d, bars.per-year: 365}', 1, 365",
  })
  void barsPerDayAndYearFollowFromTheIntervalUnlessSet(String yaml, double day, double year) {
    assertThat(Fakes.parse(yaml).barsPerDay()).isEqualTo(day);
    assertThat(Fakes.parse(yaml).barsPerYear()).isEqualTo(year);
  }
}
