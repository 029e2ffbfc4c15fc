package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.market.Bar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first promise: same input, same bytes, whatever the parallelism and the interleaving. */
class SameBytesTest {

  private static final int BARS = 260;
  static final long BOUND_MS = 1_000;
  static final List<Topic> ORDERED =
      List.of(
          Topic.SIGNALS,
          Topic.STRATEGY_RETURNS,
          Topic.WEIGHTS,
          Topic.POSITIONS,
          Topic.PERFORMANCE,
          Topic.ALERTS);

  private static RecordedMarket market;
  private static CollectedOutputs reference;

  static Settings settings(int parallelism) {
    Map<String, Object> set =
        new TreeMap<>(
            Map.of(
                "job.parallelism", Integer.toString(parallelism),
                "bars.interval", "1m",
                "ensemble.period", "bar",
                "signals.emit", "all",
                "portfolios.main", "*",
                "portfolios.small", "[A*, B*, C*, D*, E*, F*, G*, H*, M*, N*, O*]",
                "regimes.trending.every", "20 bars",
                "regimes.ranging.every", "10 bars",
                "regimes.volatile.every", "10 bars",
                "regimes.mixed.every", "15 bars"));
    set.putAll(profile("proven", "evidence"));
    set.putAll(profile("laid-over", "overlay"));
    return Settings.defaults().with(set);
  }

  /** A portfolio of its own profile, beside the others, with a "year" of a few periods. */
  private static Map<String, Object> profile(String portfolio, String profile) {
    String own = "portfolios." + portfolio + ".";
    Map<String, Object> set =
        new TreeMap<>(
            Map.of(
                own + "symbols",
                "*",
                own + "ensemble.profile",
                profile,
                own + "ensemble.period",
                "5m",
                own + "ensemble.window",
                40,
                own + "ensemble.min-observations",
                20));
    for (String regime : List.of("trending", "ranging", "volatile", "mixed")) {
      set.put(own + "regimes." + regime + ".every", "5 bars");
    }
    return set;
  }

  static CollectedOutputs run(List<MarketEvent> order, int parallelism) throws Exception {
    JobPlan plan = JobPlan.of(settings(parallelism));
    CollectedOutputs outputs = new CollectedOutputs();
    try (LocalJob job =
        LocalJob.start(
            JobEnvironment.offline(plan.run()),
            plan,
            new ScheduledInputs(order, BOUND_MS),
            outputs)) {
      job.await();
    }
    return outputs;
  }

  @BeforeAll
  static void recordAMarketWithFlaws() throws Exception {
    market = new RecordedMarket(7, BARS);
    List<MarketEvent> prices = market.topic(RecordKind.BAR);
    Bar again = bar(prices.get(600));
    market.insert(RecordKind.BAR, 601, text(again));
    market.insert(RecordKind.BAR, 1200, text(bar(prices.get(1100))));
    market.insert(RecordKind.BAR, 1300, "{\"symbol\":\"X\",\"time\":NaN}");
    market.insert(RecordKind.BAR, 1400, text(shifted(again, 13)));
    market.insert(
        RecordKind.TICK,
        9_000,
        new String(
            WireJson.tick(((AdmittedEvent) market.topic(RecordKind.TICK).get(2_000)).tick()),
            StandardCharsets.UTF_8));
    reference = run(market.merged(), 1);
  }

  private static Bar shifted(Bar bar, long millis) {
    return new Bar(
        bar.symbol(),
        bar.time() + millis,
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume());
  }

  private static Bar bar(MarketEvent event) {
    return ((AdmittedEvent) event).bar();
  }

  private static String text(Bar bar) {
    return new String(WireJson.bar(bar), StandardCharsets.UTF_8);
  }

  @Test
  void everyOutputHasSomethingToCompare() {
    for (Topic topic : ORDERED) {
      assertThat(reference.byKey(topic)).as(topic.name()).isNotEmpty();
    }
    assertThat(reference.byKey(Topic.WEIGHTS))
        .containsOnlyKeys("main", "small", "proven", "laid-over");
    assertThat(reference.byKey(Topic.WEIGHTS).get("proven"))
        .hasSizeGreaterThan(3)
        .first(InstanceOfAssertFactories.STRING)
        .contains("\"decision\":\"WARMUP\"", "\"CASH\":1.0");
    assertThat(reference.byKey(Topic.WEIGHTS).get("proven"))
        .last(InstanceOfAssertFactories.STRING)
        .contains("\"skill\":{\"years\":", "\"HOLD\":");
    assertThat(reference.byKey(Topic.WEIGHTS).get("laid-over"))
        .hasSizeGreaterThan(3)
        .last(InstanceOfAssertFactories.STRING)
        .contains("\"overlay\":{\"years\":", "\"OVERLAY\":");
    assertThat(reference.byKey(Topic.WEIGHTS).get("main"))
        .noneMatch(line -> line.contains("\"HOLD\":"));
    assertThat(reference.byKey(Topic.WEIGHTS).get("main")).hasSizeGreaterThan(5);
    assertThat(reference.sorted(Topic.DEAD_LETTER))
        .hasSize(5)
        .anyMatch(line -> line.contains("\"reason\":\"DUPLICATE\""))
        .anyMatch(line -> line.contains("\"reason\":\"LATE\""))
        .anyMatch(line -> line.contains("\"reason\":\"NOT_FINITE\""));
  }

  @Test
  void twoSubtasksAndPricesFirst() throws Exception {
    compare(run(market.oneAfterAnother(RecordKind.BAR, RecordKind.TICK, RecordKind.OPTION), 2));
  }

  @Test
  void fourSubtasksAndPricesLast() throws Exception {
    compare(run(market.oneAfterAnother(RecordKind.OPTION, RecordKind.TICK, RecordKind.BAR), 4));
  }

  @Test
  void fourSubtasksByEventTime() throws Exception {
    compare(run(market.merged(), 4));
  }

  private static void compare(CollectedOutputs other) {
    for (Topic topic : ORDERED) {
      assertThat(other.byKey(topic)).as(topic.name()).isEqualTo(reference.byKey(topic));
    }
    assertThat(other.sorted(Topic.DEAD_LETTER)).isEqualTo(reference.sorted(Topic.DEAD_LETTER));
  }

  @Test
  void theFutureChangesNothingUpToNow() throws Exception {
    int cut = 200;
    RecordedMarket other = new RecordedMarket(7, BARS);
    List<MarketEvent> changed = new ArrayList<>();
    long end = other.topic(RecordKind.BAR).get(12 * cut - 1).time();
    for (MarketEvent event : other.merged()) {
      if (event.time() <= end) {
        changed.add(event);
      } else if (event instanceof AdmittedEvent bar && bar.kind() == RecordKind.BAR) {
        changed.add(AdmittedEvent.bar(bar.source(), doubled(bar.bar()), bar.raw()));
      }
    }
    CollectedOutputs whole = run(other.merged(), 1);
    CollectedOutputs turned = run(changed, 2);
    for (Topic topic : ORDERED) {
      assertThat(upTo(end, turned.byKey(topic)))
          .as(topic.name())
          .isEqualTo(upTo(end, whole.byKey(topic)))
          .isNotEqualTo(turned.byKey(topic));
    }
  }

  private static Bar doubled(Bar bar) {
    return new Bar(
        bar.symbol(),
        bar.time(),
        2 * bar.open(),
        2 * bar.high(),
        2 * bar.low(),
        2 * bar.close(),
        bar.volume());
  }

  private static Map<String, List<String>> upTo(long end, Map<String, List<String>> byKey) {
    byKey.replaceAll((key, lines) -> lines.stream().filter(line -> time(line) <= end).toList());
    return byKey;
  }

  private static long time(String line) {
    return Long.parseLong(line.replaceAll("^.*?\"time\":(-?\\d+).*$", "$1"));
  }
}
