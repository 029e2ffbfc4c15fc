package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          {job.parallelism: 4, job.max-parallelism: 2} ~ job.parallelism must be at most job.max-parallelism; have 4 and 2; lower it or raise the other
          {job.checkpoint-interval: 10s, job.transaction-timeout: 10s} ~ job.checkpoint-interval must be shorter than job.transaction-timeout, or transactions end before their checkpoint; have 10s and 10s; set the timeout to a few minutes
          {job.mode: replay, job.start: latest} ~ job.start must be earliest where job.mode is replay, which reads everything; have latest; delete the line
          topics.ticks: prices ~ topics.prices and topics.ticks must be different topics; have prices for both; rename one
          bars.interval: 7m ~ bars.interval must divide a day or be a number of days, so that bars begin alike every day; have 7m; set 1m, 5m, 1h or 1d
          bars.interval: 36h ~ bars.interval must divide a day or be a number of days, so that bars begin alike every day; have 36h; set 1m, 5m, 1h or 1d
          {bars.from: ticks, job.inputs: [prices]} ~ bars.from is ticks, so job.inputs must list ticks; have [prices]; add it
          job.inputs: [ticks] ~ bars.from is prices, so job.inputs must list prices; have [ticks]; add it
          {bars.interval: 1h, inputs.prices.interval: 7m} ~ bars.interval must be a multiple of inputs.prices.interval, since its bars are made from those; have 1h and 7m; set one that fits
          {bars.interval: 1m, inputs.prices.interval: 1h} ~ bars.interval must be a multiple of inputs.prices.interval, since its bars are made from those; have 1m and 1h; shorter bars cannot be made from longer ones
          {bars.interval: 1h, bars.from: ticks, job.inputs: [ticks], inputs.prices.interval: 1m} ~ inputs.prices.interval is 1m, but bars.from is ticks, so no bar is made of prices; delete one of the two
          {bars.interval: 1h, bars.anchor: session, sessions.X: nyse} ~ bars.anchor is session, but bars are taken as they come; set inputs.prices.interval to the length of those that come in, below bars.interval (1h), or bars.from: ticks
          {bars.interval: 1h, bars.anchor: session, inputs.prices.interval: 1m} ~ bars.anchor is session, but no sessions are declared; set them, as in sessions.*: nyse
          {bars.interval: 7d, bars.anchor: session, inputs.prices.interval: 1d, sessions.X: nyse} ~ bars.interval must be at most 1d where bars.anchor is session: no session is longer; have 7d; set 1d for one bar a session
          bars.per-year: 252 ~ bars.per-day must not be above bars.per-year; have 1440 and 252; set both
          ensemble.min-observations: 61 ~ ensemble.min-observations must be at most ensemble.window; have 61 and 60; lower it or raise the other
          {ensemble.min-observations: 2, ensemble.resample.fraction: 0.5} ~ ensemble.min-observations times ensemble.resample.fraction must be at least 2 periods to estimate from; have 2 and 0.5; raise one
          ensemble.resample.mean-block: 61 ~ ensemble.resample.mean-block must be at most ensemble.window; have 61 and 60; lower it
          regime.ranging-below: 0.35 ~ regime.ranging-below must be below regime.trending-above; have 0.35 and 0.35; lower it or raise the other
          alerts.drawdown.error: 0.05 ~ alerts.drawdown.warning must be below alerts.drawdown.error; have 0.1 and 0.05; lower it or raise the other
          regimes.mixed.cap: 0.16 ~ regimes.mixed.cap must let the weights of 6 strategies add up to 1; have 0.16, which gives 0.96; set at least 0.1667 or enable more strategies
          {format.prices: avro, inputs.prices.preset: yahoo} ~ format.prices is avro, of which fields are told by their names: inputs.prices.preset, inputs.prices.columns and inputs.prices.bar-label are for messages in JSON; delete them
          {format.registry: 'http://r:8081'} ~ format.registry is set, and no topic is in Avro; set format.weights=avro (or another topic's), or delete it
          {format.weights: avro, format.registry-authorization: '${env:X}'} ~ format.registry-authorization is set without format.registry, to which it would be sent; set both or delete it
          strategies.CROSSING.fast: 30 ~ strategies.CROSSING: fast must be below slow; have 30; lower it
          """)
  void saysWhatIsWrongAndWhatToSet(String yaml, String message) {
    assertThatThrownBy(() -> Fakes.parse(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void whatADisabledStrategyIsSetToDoesNotMatter() {
    Settings settings = Fakes.parse("strategies.CROSSING: {fast: 30, enabled: false}");

    assertThat(settings.strategies()).hasSize(5);
  }

  @Test
  void theSmallestFeasibleCapIsFeasible() {
    assertThat(Fakes.parse("regimes.mixed.cap: 0.1667")).isNotNull();
    assertThat(Fakes.parse("strategies.PLAIN_1.enabled: false")).as("5 * 0.2 = 1").isNotNull();
  }

  @Test
  void weightsMustBeAbleToAddUpToOneWithinTheirLimits() {
    assertThat(
            Fakes.parse(
                "strategies.CROSSING.max-weight: 0.1\n"
                    + "ensemble.groups.plain: {strategies: [PLAIN_1, PLAIN_2], cap: 0.3}"))
        .isNotNull();
    assertThatThrownBy(
            () ->
                Fakes.parse(
                    "ensemble.groups.plain:"
                        + " {strategies: [PLAIN_1, PLAIN_2, PLAIN_3, PLAIN_4, PLAIN_5], cap: 0.3}"))
        .hasMessageContaining("the greatest weights must add up to at least 1; have 0.6");
    assertThatThrownBy(() -> Fakes.parse("strategies.CROSSING.min-weight: 0.5"))
        .hasMessageContaining("min-weight of CROSSING must be at most its greatest weight 0.3");
    assertThatThrownBy(
            () -> Fakes.parse("ensemble.groups.plain: {strategies: [PLAIN_9], cap: 0.3}"))
        .hasMessageContaining("must name strategies that are switched on; have PLAIN_9");
    assertThatThrownBy(() -> Fakes.parse("ensemble.groups.plain.cap: 0.3"))
        .hasMessageContaining("ensemble.groups.plain.strategies is not set");
  }

  @Test
  void limitsArePrintedAndReadBack() {
    Settings settings =
        Fakes.parse(
            "strategies.CROSSING: {max-weight: 0.1, risk-budget: 2}\n"
                + "ensemble.groups.plain: {strategies: [PLAIN_1, PLAIN_2], cap: 0.3}");
    assertThat(settings.limits().most())
        .containsEntry("CROSSING", 0.1)
        .containsEntry("PLAIN_1", 1.0);
    assertThat(settings.riskBudgets()).containsEntry("CROSSING", 2.0);
    assertThat(Fakes.parse(settings.print())).isEqualTo(settings);
  }
}
