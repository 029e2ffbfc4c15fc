package io.mirrorcore.bench.command;

import io.mirrorcore.bench.figure.CaseResult;
import io.mirrorcore.bench.figure.Percentiles;
import io.mirrorcore.bench.figure.Sample;
import io.mirrorcore.bench.market.BenchMarket;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.local.Mirrorcore;
import io.mirrorcore.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * From the close of a bar to its weights on their topic, live: ticks come at a steady rate with the
 * time of now, and what is measured is the time at which a consumer has the weights, less that of
 * their bar. Without exactly-once delivery, which would add the wait for a checkpoint.
 */
final class LatencyRun {

  private static final int SYMBOLS = 100;
  private static final int PER_SECOND = 20_000;
  private static final int WARM_UP_S = 15;
  private static final double P50_GOAL_MS = 50;
  private static final double P99_GOAL_MS = 120;
  private static final String UNIT = "ms";

  private final int seconds;
  private final MachineLoad load;
  private final Consumer<String> notice;

  /**
   * @param seconds that are measured
   */
  LatencyRun(int seconds, MachineLoad load, Consumer<String> notice) {
    this.seconds = seconds;
    this.load = load;
    this.notice = notice;
  }

  List<CaseResult> measure() throws IOException, InterruptedException {
    load.look();
    notice.accept("latency: %,d ticks/s for %d s".formatted(PER_SECOND, WARM_UP_S + seconds));
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary(0)) {
      Map<String, String> set = settings(broker.bootstrapServers());
      Settings settings = Settings.defaults().with(set);
      Topics.create(TopicLayout.client(settings), TopicLayout.of(settings, 2));
      try (ChildProcess job = ChildProcess.start(List.of(), program(set));
          Arrivals arrivals = new Arrivals(settings);
          Feed feed = new Feed(broker.bootstrapServers(), "ticks")) {
        send(feed, job);
        return results(arrivals.end());
      }
    }
  }

  private static List<String> program(Map<String, String> set) {
    List<String> program = new ArrayList<>(List.of(Mirrorcore.class.getName(), "run", "--fresh"));
    set.forEach((key, value) -> program.addAll(List.of("--set", key + "=" + value)));
    return program;
  }

  private static Map<String, String> settings(String bootstrapServers) {
    Map<String, String> set = new TreeMap<>();
    set.put("kafka.bootstrap.servers", bootstrapServers);
    set.put("job.name", "bench-latency");
    set.put("job.inputs", "ticks");
    set.put("job.parallelism", "1");
    set.put("job.delivery", "at-least-once");
    set.put("bars.from", "ticks");
    set.put("bars.interval", "1s");
    set.put("ensemble.period", "bar");
    set.put("ensemble.warm-up", "0");
    set.put("time.out-of-orderness", "0s");
    return set;
  }

  /** Twenty ticks a millisecond; what a pause has delayed comes at once behind it. */
  private void send(Feed feed, ChildProcess job) throws IOException {
    BenchMarket market = BenchMarket.ofTicks(SYMBOLS, PER_SECOND / SYMBOLS, 1_000);
    long start = System.nanoTime();
    long total = (long) PER_SECOND * (WARM_UP_S + seconds);
    long sent = 0;
    while (sent < total) {
      long due = (System.nanoTime() - start) / 1_000 * PER_SECOND / 1_000_000;
      for (; sent < Math.min(due, total); sent++) {
        feed.send(market.symbol(), market.nextTick(System.currentTimeMillis()));
      }
      if (!job.isAlive()) {
        throw job.failed();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    feed.flush();
  }

  private List<CaseResult> results(List<Long> delaysMs) {
    if (delaysMs.size() < seconds / 2) {
      throw new BenchException(
          "weights must come every second; of %d seconds %d came"
              .formatted(seconds, delaysMs.size()));
    }
    Percentiles delays =
        new Percentiles(
            delaysMs.subList(Math.max(0, delaysMs.size() - seconds), delaysMs.size()).stream()
                .mapToDouble(Long::doubleValue)
                .toArray());
    String what =
        "close of 1 s bars to weights, %d symbols, %,d ticks/s".formatted(SYMBOLS, PER_SECOND);
    return List.of(
        CaseResult.of("latency-p50", what, one(delays.at(50)), UNIT, P50_GOAL_MS),
        CaseResult.of("latency-p99", what, one(delays.at(99)), UNIT, P99_GOAL_MS));
  }

  private static Sample one(double value) {
    return new Sample(List.of(value));
  }
}
