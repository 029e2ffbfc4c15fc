package io.mirrorcore.local.job;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A small market told record by record, and what the whole pipeline makes of it. */
final class Scenario {

  static final long MINUTE = 60_000;

  private RecordParser parser =
      new RecordParser(ParserSettings.DEFAULT.with(InputTimes.DEFAULT.in(EpochUnit.MS)));
  private final List<MarketEvent> order = new ArrayList<>();
  private final Map<String, Object> set =
      new TreeMap<>(
          Map.of(
              "bars.interval", "1m",
              "signals.emit", "all",
              "ensemble.period", "bar",
              "ensemble.min-observations", 10));

  /** What came out. */
  record Outcome(CollectedOutputs outputs, JobSummary summary) {

    List<String> lines(Topic topic) {
      return outputs.sorted(topic);
    }

    long rejected(RejectReason reason) {
      return summary.rejected().getOrDefault(reason, 0L);
    }

    Map<Topic, Map<String, List<String>>> results() {
      Map<Topic, Map<String, List<String>>> results = new TreeMap<>();
      SameBytesTest.ORDERED.forEach(topic -> results.put(topic, outputs.byKey(topic)));
      return results;
    }
  }

  Scenario with(String key, Object value) {
    set.put(key, value);
    return this;
  }

  /** Declares symbols whose returns are differences over a notional; before any record. */
  Scenario difference(String pattern, double notional) {
    set.put("symbols." + pattern + ".difference", notional);
    ParserSettings settings = Settings.defaults().with(set).parser();
    parser = new RecordParser(settings.with(InputTimes.DEFAULT.in(EpochUnit.MS)));
    return this;
  }

  /** The bar of a symbol that closes at a minute; the same however often it is asked for. */
  static Bar bar(String symbol, int minute) {
    return bar(symbol, minute, 1);
  }

  /**
   * @param scale what its prices are multiplied by
   */
  static Bar bar(String symbol, int minute, double scale) {
    SplittableRandom random = new SplittableRandom(31L * symbol.hashCode() + minute);
    double close = scale * (100 + 5 * Math.sin(minute / 5.0) + random.nextDouble());
    return new Bar(
        symbol,
        minute * MINUTE,
        close,
        close * 1.002,
        close * 0.998,
        close,
        1_000 + random.nextInt(100));
  }

  Scenario give(Bar bar) {
    return add(RecordKind.BAR, WireJson.bar(bar));
  }

  /** One bar of every symbol at each minute of a range. */
  Scenario bars(int from, int to, String... symbols) {
    for (int minute = from; minute <= to; minute++) {
      for (String symbol : symbols) {
        give(bar(symbol, minute));
      }
    }
    return this;
  }

  /** A split or dividend, announced at a minute. */
  Scenario adjustment(int minute, Adjustment adjustment) {
    return add(RecordKind.ADJUSTMENT, WireJson.adjustment(adjustment, minute * MINUTE));
  }

  Scenario trade(String symbol, long time, double price) {
    return add(RecordKind.TICK, WireJson.tick(Tick.trade(symbol, time, price, 1, Aggressor.BUY)));
  }

  private Scenario add(RecordKind kind, byte[] json) {
    SourceRef source = new SourceRef(kind.name(), 0, order.size());
    order.add(parser.parse(kind, source, json, RecordParser.NO_TIMESTAMP));
    return this;
  }

  Outcome run() throws Exception {
    JobPlan plan = JobPlan.of(Settings.defaults().with(set));
    long bound = plan.time().outOfOrderness().toMillis();
    CollectedOutputs outputs = new CollectedOutputs();
    try (LocalJob job =
        LocalJob.start(
            JobEnvironment.offline(plan.run()), plan, new ScheduledInputs(order, bound), outputs)) {
      return new Outcome(outputs, job.await());
    }
  }
}
