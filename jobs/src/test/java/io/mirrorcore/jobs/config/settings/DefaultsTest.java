package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.ConfigKeys;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The defaults that the documentation states, copied by hand: a default is a promise. */
class DefaultsTest {

  private static final String PAGES =
      """
      kafka.bootstrap.servers localhost:9092
      topics.prices prices
      topics.ticks ticks
      topics.options-flow options-flow
      topics.adjustments adjustments
      topics.signals signals
      topics.lead-lag lead-lag
      topics.strategy-returns strategy-returns
      topics.weights weights
      topics.positions positions
      topics.performance performance
      topics.orders orders
      topics.fills fills
      topics.account account
      topics.paper-control paper-control
      topics.alerts alerts
      topics.dead-letter dead-letter
      job.name mirrorcore
      job.parallelism 2
      job.max-parallelism 128
      job.pair-shards 8
      job.group-id not set
      job.mode live
      job.start earliest
      job.history not set
      job.inputs prices, ticks, options-flow
      job.adjust not set
      job.partition-discovery 5s
      job.delivery exactly-once
      job.transaction-timeout 5m
      job.transaction-prefix not set
      job.checkpoint-interval 2s
      job.checkpoint-dir not set
      job.max-restarts 20
      job.unaligned-checkpoints false
      bars.interval 1m
      bars.from prices
      bars.anchor clock
      bars.align not set
      bars.revisions first
      bars.zone America/New_York
      compatibility not set
      bars.close 16:00
      bars.per-day not set
      bars.per-year not set
      time.out-of-orderness 1s
      time.idle-timeout 5s
      time.max-ahead not set
      time.max-drift not set
      format.prices json
      format.ticks json
      format.options-flow json
      format.adjustments json
      format.signals json
      format.lead-lag json
      format.strategy-returns json
      format.weights json
      format.positions json
      format.performance json
      format.alerts json
      format.dead-letter json
      format.orders json
      format.fills json
      format.account json
      format.paper-control json
      format.registry not set
      format.registry-authorization not set
      inputs.prices.time-unit auto
      inputs.ticks.time-unit auto
      inputs.options-flow.time-unit auto
      inputs.adjustments.time-unit auto
      inputs.strategy-returns.time-unit auto
      inputs.prices.preset not set
      inputs.prices.columns not set
      inputs.ticks.preset not set
      inputs.ticks.columns not set
      inputs.options-flow.preset not set
      inputs.options-flow.columns not set
      inputs.prices.bar-label not set
      inputs.prices.interval not set
      inputs.time-zone not set
      inputs.last-year 2099
      input.max-bytes 65536
      options.expiry-time 16:00
      options.expiry-zone America/New_York
      strategies.jars none
      returns.mode equal-slot
      returns.slots alive
      returns.cost 0.0002
      returns.forget-after 60
      positions.band 1
      positions.leverage 1
      positions.sizing none
      paper.capital 100000
      paper.fill next
      paper.from bars
      paper.costs changes
      paper.slippage 0
      paper.lot 0
      paper.min-trade 0
      paper.price-band 0
      paper.max-orders 0
      paper.kill-file not set
      signals.emit changes
      ensemble.profile guide
      ensemble.period 1d
      ensemble.mean-prior not set
      ensemble.warm-up 0.5
      ensemble.window 60
      ensemble.min-observations 30
      ensemble.mean ewma
      ensemble.ewma-alpha 0.1
      ensemble.covariance ledoit-wolf
      ensemble.half-life 20
      ensemble.objective mean-variance
      ensemble.risk-free 0
      ensemble.cvar-beta 0.95
      ensemble.cash.enabled false
      ensemble.cash.cap 1
      ensemble.cash.rate 0
      ensemble.gamma 1e-5
      ensemble.inactive-below 0.05
      ensemble.resample.samples 100
      ensemble.weights optimal
      ensemble.lambda not set
      ensemble.eta not set
      ensemble.max-weight not set
      ensemble.resample.fraction 0.8
      ensemble.resample.mean-block 5
      ensemble.gate.confidence left-out
      ensemble.gate.turnover-below 0.1
      ensemble.gate.confidence-above 0.8
      ensemble.gate.trade-threshold 0.01
      ensemble.gate.remainders wait
      ensemble.gate.partial-after 2
      ensemble.gate.partial-above 0.5
      ensemble.overlay.strategies none
      ensemble.overlay.smoothing 20
      ensemble.overlay.target 0.1
      regime.source detector
      regime.file not set
      regime.volatility-window 20
      regime.rank-window 250
      regime.efficiency-window 20
      regime.volatile-above 0.8
      regime.trending-above 0.35
      regime.ranging-below 0.2
      regime.hysteresis-bars 3
      alerts.low-sharpe 0.5
      alerts.low-realised-sharpe 0
      alerts.unstable-covariance 1000000
      alerts.high-turnover 0.3
      alerts.return-divergence 0.01
      alerts.drawdown.warning 0.1
      alerts.drawdown.error 0.2
      alerts.stale-feed 5
      alerts.flash-move 10
      alerts.degraded 0.5
      backtest.mode walk-forward
      backtest.train 90
      backtest.test 30
      backtest.anchored false
      backtest.capital 100000
      backtest.weight-cost 0
      backtest.accounting netted
      backtest.benchmark not set
      tune.lambda 50, 100, 150, 200, 300
      tune.eta 0.01, 0.03, 0.05, 0.08, 0.1
      tune.calls 50
      tune.seed 42
      console.history 1d
      console.bind 127.0.0.1
      console.port 7575
      console.token not set
      console.hosts not set
      """;

  private static final String REGIMES =
      """
      TRENDING 75 0.1 0.3 7d false
      RANGING 150 0.045 0.25 1d false
      VOLATILE 300 0.15 0.2 1d true
      MIXED 125 0.065 0.25 3d false
      """;

  @Test
  void areThoseOfTheDocumentation() {
    Map<String, String> stated = new TreeMap<>();
    PAGES
        .lines()
        .forEach(l -> stated.put(l.substring(0, l.indexOf(' ')), l.substring(l.indexOf(' ') + 1)));

    assertThat(
            ConfigKeys.ALL.stream()
                .filter(o -> !o.key().startsWith("regimes."))
                .collect(Collectors.toMap(ConfigKey::key, ConfigKey::defaultText)))
        .containsExactlyInAnyOrderEntriesOf(stated);
  }

  @Test
  void ofTheRegimesAreThoseOfTheTable() {
    String table =
        EnsembleKeys.REGIMES.stream()
            .map(
                r ->
                    r.name().toUpperCase(Locale.ROOT)
                        + r.all().stream()
                            .map(o -> " " + o.defaultText())
                            .collect(Collectors.joining()))
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(table).isEqualTo(REGIMES);
  }

  @Test
  void areAllowedTogether() {
    assertThat(Fakes.parse("").strategies()).hasSize(6);
  }
}
