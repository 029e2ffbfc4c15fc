package io.mirrorcore.console.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.console.CannedMarket;
import io.mirrorcore.console.feed.Feed;
import io.mirrorcore.console.feed.Heard;
import io.mirrorcore.console.state.Tree;
import io.mirrorcore.jobs.backtest.Judgement;
import io.mirrorcore.jobs.plan.EnsemblePlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What panels keep, and what they count. */
class PanelsTest {

  private static final long START = 1_700_000_040_000L;
  private static final BacktestSettings EVALUATION =
      Judgement.of(CannedMarket.SETTINGS, "given", Trials.ONE, List.of());

  private final Tree tree = new Tree(START);
  private final Panels panels =
      new Panels(
          tree,
          new PanelSettings(
              "canned",
              "1.0",
              CannedMarket.MINUTE,
              Duration.ofHours(24),
              List.of(CannedMarket.PORTFOLIO),
              EnsemblePlan.of(CannedMarket.SETTINGS)::performance,
              ""),
          InstantSource.fixed(Instant.ofEpochMilli(START)));

  @Test
  void showsTheNewestAccountOnPaperAsItCame() throws IOException {
    push(Topic.ACCOUNT, account(START, 100_000));
    push(Topic.ACCOUNT, account(START + 1, 100_123.25));
    JsonNode account = panel("/account/portfolios/main");
    assertThat(account.path("equity").doubleValue()).isEqualTo(100_123.25);
    assertThat(account.path("gap").path("delay").doubleValue()).isEqualTo(-7.5);
    assertThat(account.path("holdings").path("IBM").doubleValue()).isEqualTo(-3);
  }

  private static PaperAccount account(long time, double equity) {
    return new PaperAccount(
        "main",
        time,
        100,
        Map.of("IBM", -3.0),
        equity,
        equity - 100_000,
        equity - 99_990,
        new PaperAccount.Gap(-7.5, -2, -0.5, 0),
        2,
        0,
        false);
  }

  @Test
  void whatNobodyShowsIsNotListenedTo() {
    assertThat(Feed.OUTPUTS)
        .contains(Topic.PERFORMANCE, Topic.ACCOUNT)
        .doesNotContain(Topic.FILLS, Topic.ORDERS, Topic.LEAD_LAG, Topic.STRATEGY_RETURNS);
  }

  /** Also one that lacks what every record has; reading goes on behind it. */
  @Test
  void aBrokenRecordIsRefusedWhateverItLacks() throws IOException {
    for (Topic topic : Feed.OUTPUTS) {
      for (String text : List.of("{", "null", "[]", "7")) {
        hear(topic, text);
      }
    }
    panels.tick();
    assertThat(panel("/status/refused").intValue()).isEqualTo(4 * Feed.OUTPUTS.size());

    Feed.OUTPUTS.forEach(topic -> hear(topic, "{}"));
    panels.tick();
    assertThat(panel("/status/refused").intValue())
        .as("a dead letter has no part that it must have")
        .isEqualTo(5 * Feed.OUTPUTS.size() - 1);
  }

  private void hear(Topic topic, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    panels.heard(List.of(new Heard(topic, START, START, bytes)));
  }

  @Test
  void earnsWhatABacktestOfTheSameRecordsEarns() throws IOException {
    CannedMarket market = new CannedMarket(START, 11);
    BacktestEvaluation backtest = new BacktestEvaluation(EVALUATION);
    PerformanceRecord newest = null;
    for (int i = 0; i < 400; i++) {
      CannedMarket.Minute minute = market.next();
      newest = minute.performance();
      backtest.add(minute.returns());
      if (minute.step().weights() != null) {
        backtest.add(minute.step().weights());
      }
      play(minute);
      if (i % 37 == 0) {
        panels.refreshEquity(); // told in parts, as live
      }
    }
    panels.refreshEquity();

    BacktestResult result = backtest.result(Provenance.NONE);
    JsonNode equity = panel("/equity/portfolios/main");

    Track ensemble = result.tracks().get(0);
    Track equal = result.tracks().get(1);
    assertThat(equal.name()).isEqualTo("Equal weight");
    double capital = EVALUATION.stake().capital();
    assertThat(equity.path("points").size()).isEqualTo(ensemble.equity().length);
    for (int t = 0; t < ensemble.equity().length; t++) {
      JsonNode point = equity.path("points").get(t);
      assertThat(Double.compare(capital * point.get(1).asDouble(), ensemble.equity()[t]))
          .as("ensemble at " + t)
          .isZero();
      assertThat(Double.compare(capital * point.get(2).asDouble(), equal.equity()[t]))
          .as("equal weight at " + t)
          .isZero();
    }
    double sharpe = equity.path("points").get(ensemble.equity().length - 1).get(7).asDouble();
    assertThat(sharpe).isEqualTo(newest.rollingSharpe());
    assertThat(equity.at("/ensemble/maxDrawdown").asDouble())
        .isEqualTo(ensemble.figures().risk().maxDrawdown());
    assertThat(equity.path("winRate").asDouble()).isEqualTo(ensemble.figures().hits().winRate());
    assertThat(equity.at("/rollingInterval/low").asDouble()).isLessThan(sharpe);
    assertThat(equity.at("/rollingInterval/high").asDouble()).isGreaterThan(sharpe);
    assertThat(equity.at("/hold/total").asDouble()).isEqualTo(newest.holdEquity() - 1);
  }

  @Test
  void countsAllBarsWhereFewerAreDrawn() throws IOException {
    CannedMarket market = new CannedMarket(START, 3);
    int bars = EquityPanel.POINTS + 500;
    int after = 0;
    for (int i = 0; i < bars; i++) {
      CannedMarket.Minute minute = market.next();
      after += minute.performance() == null ? 0 : 1;
      play(minute);
    }

    JsonNode equity = panel("/equity/portfolios/main");
    assertThat(equity.path("points").size()).isEqualTo(EquityPanel.POINTS);
    assertThat(equity.path("bars").asInt()).isEqualTo(after);
    JsonNode last = equity.path("points").get(EquityPanel.POINTS - 1);
    assertThat(equity.at("/ensemble/total").asDouble()).isEqualTo(last.get(1).asDouble() - 1);
  }

  @Test
  void keepsTheSameAmountHoweverMuchComes() throws IOException {
    for (int i = 0; i < 5_000; i++) {
      push(
          Topic.ALERTS,
          new Alert("main", Alert.Level.INFO, "KEY" + i, Alert.State.FIRING, "m", 0, 0, START + i));
    }

    assertThat(panel("/alerts/recent").size()).isEqualTo(AlertsPanel.RECENT);
    assertThat(panel("/alerts/firing").size()).isEqualTo(AlertsPanel.FIRING);
  }

  @Test
  void beginsAnewWithAJobThatGoesBackInTime() throws IOException {
    CannedMarket first = new CannedMarket(START, 1);
    for (int i = 0; i < 60; i++) {
      play(first.next());
    }
    int rows = panel("/weights/portfolios/main/rows").size();
    CannedMarket again = new CannedMarket(START, 1);
    for (int i = 0; i < 40; i++) {
      play(again.next());
    }
    panels.refreshEquity();

    JsonNode now = panel("/weights/portfolios/main/rows");
    assertThat(now.size()).isPositive().isLessThan(rows);
    assertThat(now.get(now.size() - 1).path("t").asLong()).isLessThanOrEqualTo(again.time());
    assertThat(panel("/equity/portfolios/main/bars").asInt()).isPositive();
  }

  @Test
  void countsWhatCannotBeReadAndGoesOn() throws IOException {
    panels.heard(
        List.of(
            new Heard(Topic.WEIGHTS, START, START, "{".getBytes(StandardCharsets.UTF_8)),
            new Heard(Topic.SIGNALS, START, START, "[]".getBytes(StandardCharsets.UTF_8))));
    panels.tick();

    assertThat(panel("/status/refused").asInt()).isEqualTo(2);
  }

  private void play(CannedMarket.Minute minute) {
    if (minute.performance() != null) {
      push(Topic.PERFORMANCE, minute.performance());
    }
    if (minute.step().weights() != null) {
      push(Topic.WEIGHTS, minute.step().weights());
    }
  }

  private void push(Topic topic, Object record) {
    panels.heard(List.of(new Heard(topic, START, START, Json.encode(record))));
  }

  private JsonNode panel(String path) throws IOException {
    return new ObjectMapper().readTree(tree.snapshot()).at("/panels" + path);
  }
}
