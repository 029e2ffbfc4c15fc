package io.mirrorcore.local.demo;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.local.broker.EmbeddedBroker;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.feed.OutputTail;
import io.mirrorcore.local.feed.Pace;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.local.simulator.MarketSimulator;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The whole system in one process: a real broker, the pipeline on a MiniCluster, and a simulated
 * market that feeds it. Closing it stops all three, in the order in which data flows.
 */
public final class Demo implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long JOIN_MS = 10_000;

  /** What the published records are handed to, in the order of the topics. */
  public interface Listener {
    void weights(EnsembleWeights weights, byte[] json);

    void alert(Alert alert);
  }

  private final EmbeddedBroker broker;
  private final LocalJob job;
  private final EventSender sender;
  private final MarketFeed feed;
  private final Thread feeder;
  private final OutputTail tail;
  private final Map<String, Consumer<byte[]>> byTopic = new LinkedHashMap<>();
  private final DemoReport report = new DemoReport();
  private volatile Throwable feedFailure;

  private Demo(EmbeddedBroker broker, Settings settings, long seed, double speed, Listener listener)
      throws Exception {
    this.broker = broker;
    Topics.create(TopicLayout.client(settings), DemoTopics.of(settings));
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    handle(kafka, listener);
    tail = new OutputTail(kafka, List.copyOf(byTopic.keySet()), true);
    job =
        LocalJob.start(
            JobEnvironment.live(plan.run()),
            plan,
            new KafkaInputs(kafka, plan),
            new KafkaOutputs(kafka));
    sender = new EventSender(kafka);
    feed =
        new MarketFeed(
            new MarketSimulator(
                SimulatorSettings.of(seed).withIntervalMs(plan.bars().grid().intervalMs())),
            sender,
            new Pace(speed));
    feeder = new Thread(feed, "market");
    feeder.setUncaughtExceptionHandler((thread, failure) -> feedFailure = failure);
    feeder.start();
  }

  /**
   * Settings of the demo for what the user left alone: a fast market needs periods and rebalances
   * counted in bars, because a week of simulated minutes takes a while at any speed.
   */
  public static Map<String, String> presets() {
    return Map.of(
        "job.name", "mirrorcore-demo",
        "job.checkpoint-interval", "1s",
        "bars.interval", "1m",
        "ensemble.period", "bar",
        "ensemble.mean-prior", "0",
        "ensemble.min-observations", "60",
        "regimes.trending.every", "60 bars",
        "regimes.ranging.every", "15 bars",
        "regimes.volatile.every", "15 bars",
        "regimes.mixed.every", "30 bars");
  }

  /**
   * Starts everything.
   *
   * @param settings where Kafka is does not matter: the demo brings its own
   * @param seed of the simulated market
   * @param speed seconds of simulated time for each second
   */
  public static Demo start(Settings settings, long seed, double speed, Listener listener)
      throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    try {
      Settings local = settings.with(Map.of("kafka.bootstrap.servers", broker.bootstrapServers()));
      return new Demo(broker, local, seed, speed, listener);
    } catch (Exception e) {
      broker.close();
      throw e;
    }
  }

  private void handle(KafkaPlan kafka, Listener listener) {
    byTopic.put(
        kafka.topic(Topic.WEIGHTS),
        json -> {
          EnsembleWeights weights = Json.decode(json, EnsembleWeights.class);
          report.add(weights);
          listener.weights(weights, json);
        });
    byTopic.put(
        kafka.topic(Topic.ALERTS),
        json -> {
          Alert alert = Json.decode(json, Alert.class);
          report.add(alert);
          listener.alert(alert);
        });
    byTopic.put(
        kafka.topic(Topic.DEAD_LETTER), json -> report.add(Json.decode(json, DeadLetter.class)));
  }

  /** Hands on what has been published since the last call, waiting a moment for it. */
  public void poll() throws Exception {
    for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
      byTopic.get(record.topic()).accept(record.value());
    }
    if (feedFailure != null) {
      throw new IllegalStateException("the simulated market stopped", feedFailure);
    }
    if (job.isOver()) {
      job.await();
    }
  }

  public DemoReport report() {
    return report;
  }

  /** Bars that the simulated market has sent. */
  public long bars() {
    return feed.bars();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    feeder.interrupt();
    feeder.join(JOIN_MS);
    try (broker;
        tail;
        sender) {
      job.close();
    }
  }
}
