package io.mirrorcore.local.demo;

import io.mirrorcore.console.Console;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.HistoryFile;
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
import io.mirrorcore.portfolio.record.TargetPositions;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The whole system in one process: a real broker, the pipeline on a MiniCluster, and a simulated
 * market that feeds it. Closing it stops all three, in the order in which data flows.
 */
public final class Demo implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long JOIN_MS = 10_000;

  /** Of the history: evidence and overlay have begun a week before, and guide long ago. */
  private static final Duration WITHOUT_WARM_UP = Duration.ofDays(2 * 365 - 14);

  /**
   * What is played.
   *
   * @param seed of the simulated market
   * @param speed seconds of simulated time for each second
   * @param console whether the live page is served
   */
  public record Play(long seed, double speed, boolean console) {}

  /** What the published records are handed to, in the order of the topics. */
  public interface Listener {

    /** The live page can be opened; where there is one, this comes first. */
    void opens(String link);

    void weights(EnsembleWeights weights, byte[] json);

    void alert(Alert alert);

    /** The history has been taken in, and the market begins. */
    void begins();
  }

  private final EmbeddedBroker broker;
  private final Optional<Console> console;
  private final LocalJob job;
  private final EventSender sender;
  private final MarketFeed feed;
  private final Thread feeder;
  private final OutputTail tail;
  private final Map<String, Consumer<byte[]>> byTopic = new LinkedHashMap<>();
  private final DemoReport report = new DemoReport();
  private final DemoHistory history;
  private final HistoryFile tried;
  private final Standings standings;
  private final Listener listener;
  private boolean begun;
  private volatile Throwable feedFailure;

  private Demo(EmbeddedBroker broker, Settings settings, Play play, Listener listener)
      throws Exception {
    this.broker = broker;
    this.listener = listener;
    Topics.create(TopicLayout.client(settings), DemoTopics.of(settings));
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    console = play.console() ? Optional.of(DemoConsole.open(settings, kafka)) : Optional.empty();
    console.map(Console::link).ifPresent(listener::opens);
    Prices prices = new Prices();
    MarketSimulator market =
        new MarketSimulator(
            SimulatorSettings.ofDays(play.seed()).withIntervalMs(plan.bars().grid().intervalMs()));
    history = DemoHistory.write(market, prices);
    tried =
        HistoryFile.of(settings.with(PipelineKeys.JOB_HISTORY.key(), history.file())).orElseThrow();
    standings = standings(settings, prices);
    handle(kafka);
    tail = new OutputTail(kafka, List.copyOf(byTopic.keySet()), true);
    job =
        LocalJob.start(
            JobEnvironment.live(plan.run()),
            plan,
            new KafkaInputs(kafka, plan, Optional.of(tried)),
            new KafkaOutputs(kafka));
    sender = new EventSender(kafka);
    feed = new MarketFeed(market, sender, new Pace(play.speed()), prices);
    feeder = new Thread(feed, "market");
    feeder.setUncaughtExceptionHandler((thread, failure) -> feedFailure = failure);
  }

  private Standings standings(Settings settings, Prices prices) {
    return new Standings(
        prices,
        settings.get(EnsembleKeys.RETURNS_COST),
        settings.barsPerYear(),
        settings.portfolios().names(),
        tried.newest() - WITHOUT_WARM_UP.toMillis());
  }

  /**
   * Starts everything.
   *
   * @param settings where Kafka is does not matter: the demo brings its own
   */
  public static Demo start(Settings settings, Play play, Listener listener) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    try {
      Settings local = settings.with(Map.of("kafka.bootstrap.servers", broker.bootstrapServers()));
      return new Demo(broker, local, play, listener);
    } catch (Exception e) {
      broker.close();
      throw e;
    }
  }

  private void handle(KafkaPlan kafka) {
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
        kafka.topic(Topic.POSITIONS),
        json -> standings.add(Json.decode(json, TargetPositions.class)));
    byTopic.put(
        kafka.topic(Topic.DEAD_LETTER), json -> report.add(Json.decode(json, DeadLetter.class)));
  }

  /**
   * Bars of the history that the job has taken in so far, as the last heartbeat told it.
   *
   * @see #historyBars
   */
  public long takenIn() {
    return Math.min(historyBars(), job.bars().orElse(0));
  }

  /** Bars of the history. */
  public long historyBars() {
    return history.bars();
  }

  /** Last close of the history, epoch milliseconds. */
  public long historyEnd() {
    return tried.newest();
  }

  /** Hands on what has been published since the last call, waiting a moment for it. */
  public void poll() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = tail.poll(POLL);
    records.sort(Comparator.comparingLong(Demo::time)); // of several portfolios
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byTopic.get(record.topic()).accept(record.value());
    }
    if (feedFailure != null) {
      throw new IllegalStateException("the simulated market stopped", feedFailure);
    }
    if (job.isOver()) {
      job.await();
    }
    if (!begun && takenIn() == historyBars()) {
      begun = true;
      listener.begins();
      feeder.start();
    }
  }

  public DemoReport report() {
    return report;
  }

  /** What every record of an output has. */
  private static long time(ConsumerRecord<byte[], byte[]> record) {
    return Json.decode(record.value(), Stamp.class).time();
  }

  private record Stamp(long time) {}

  /** The portfolios side by side. */
  public Standings standings() {
    return standings;
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
        history;
        tail;
        sender) {
      console.ifPresent(Console::close);
      job.close();
    }
  }
}
