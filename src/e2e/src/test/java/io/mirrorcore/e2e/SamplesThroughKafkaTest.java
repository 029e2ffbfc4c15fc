package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.consumer.WeightsConsumer;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.file.FileInputs;
import io.mirrorcore.jobs.topology.file.FileOutputs;
import io.mirrorcore.jobs.topology.file.LineFormat;
import io.mirrorcore.jobs.topology.kafka.RecordOrigin;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.job.LocalJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed samples, typed through the commands: fed to topics, run, read back read-committed;
 * and the same bytes as an offline run over the files, whatever the parallelism and the order in
 * which the topics were filled.
 */
@ExtendWith(SharedBroker.class)
class SamplesThroughKafkaTest {

  private static final String DAILY = "us-daily-prices-sample.csv.gz";
  private static final String TICKS = "crypto-ticks-sample.csv.gz";
  private static final String MINUTES = "goog-minute-prices-sample.csv.gz";
  private static final String OPTIONS = "goog-options-sample.csv.gz";
  private static final List<Topic> COMPARED =
      List.of(
          Topic.SIGNALS,
          Topic.STRATEGY_RETURNS,
          Topic.WEIGHTS,
          Topic.POSITIONS,
          Topic.PERFORMANCE,
          Topic.ALERTS);

  @TempDir private Path directory;

  @Test
  void dailyPrices() throws Exception {
    Stage stage = new Stage(directory, "daily", "bars.interval: 1d", "job.inputs: [prices]");
    stage.succeed("feed", "--prices=" + Samples.reference(DAILY));
    String summary = stage.succeed("run", "--replay").err();
    assertThat(summary).contains("7,572 bars", "no dead letters");
    Map<String, List<String>> weights = stage.read(Topic.WEIGHTS);
    assertThat(weights).containsOnlyKeys("main");
    assertThat(weights.get("main")).hasSizeGreaterThan(200).allSatisfy(WeightsCheck::check);
    assertThat(stage.read(Topic.SIGNALS)).hasSize(12);
    compare(stage, Map.of(RecordKind.BAR, Samples.reference(DAILY)));
  }

  @Test
  void ticksOfOneSecondBars() throws Exception {
    Stage stage =
        new Stage(
            directory,
            "crypto",
            "bars: {interval: 1s, from: ticks}",
            "job.inputs: [ticks]",
            "job.parallelism: 1",
            "ensemble: {period: bar, window: 30, min-observations: 15, inactive-below: 0.02}",
            "regimes: {mixed.every: 5 bars, ranging.every: 5 bars, trending.every: 5 bars}");
    stage.succeed("feed", "--ticks=" + Samples.reference(TICKS));
    assertThat(stage.succeed("run", "--replay").err()).contains("no dead letters");
    compare(stage, Map.of(RecordKind.TICK, Samples.reference(TICKS)));
    headersSayWhoWroteTheWeights(stage);
  }

  private static void headersSayWhoWroteTheWeights(Stage stage) {
    RecordOrigin origin = stage.kafka().origin();
    Map<String, String> client = Map.of("bootstrap.servers", SharedBroker.servers());
    String topic = stage.kafka().topic(Topic.WEIGHTS);
    try (WeightsConsumer consumer = WeightsConsumer.open(client, topic)) {
      assertThat(consumer.history(Long.MIN_VALUE))
          .isNotEmpty()
          .allSatisfy(
              record ->
                  assertThat(record.headers())
                      .isEqualTo(
                          Map.of(
                              "mirrorcore-job", "crypto",
                              "mirrorcore-version", origin.version(),
                              "mirrorcore-settings", origin.settings())));
    }
  }

  @Test
  void optionsAndMinutesInAnyOrderAndAnyParallelism() throws Exception {
    String[] yaml = {
      "bars: {interval: 1m, per-day: 390}",
      "job.inputs: [prices, options-flow]",
      "ensemble.period: bar",
      "regimes: {mixed.every: 10 bars, ranging.every: 10 bars, trending.every: 10 bars}"
    };
    Stage together = new Stage(directory, "goog-together", yaml);
    together.succeed(
        "feed",
        "--prices=" + Samples.reference(MINUTES),
        "--options=" + Samples.reference(OPTIONS));
    together.succeed("run", "--replay", "--set=job.parallelism=2");
    assertThat(together.readAll(Topic.WEIGHTS)).isNotEmpty().allSatisfy(WeightsCheck::check);
    assertThat(together.readAll(Topic.SIGNALS)).anyMatch(s -> s.contains("OPTION_FLOW"));

    Stage optionsFirst = new Stage(directory, "goog-options-first", yaml);
    optionsFirst.succeed("feed", "--options=" + Samples.reference(OPTIONS));
    optionsFirst.succeed("feed", "--prices=" + Samples.reference(MINUTES));
    optionsFirst.succeed("run", "--replay", "--set=job.parallelism=4", "--set=time.max-drift=30m");

    for (Topic topic : COMPARED) {
      assertThat(optionsFirst.read(topic)).as(topic.name()).isEqualTo(together.read(topic));
    }
    compare(
        together,
        Map.of(
            RecordKind.BAR, Samples.reference(MINUTES),
            RecordKind.OPTION, Samples.reference(OPTIONS)));
  }

  /** The offline run over the same files, in its one order for a whole file, against the topics. */
  private void compare(Stage stage, Map<RecordKind, String> names) throws Exception {
    Map<RecordKind, Path> files = new TreeMap<>();
    names.forEach((kind, name) -> files.put(kind, Path.of(name)));
    FileOutputs outputs = new FileOutputs();
    for (Topic topic : COMPARED) {
      outputs.with(topic, file(topic), LineFormat.json());
    }
    try (LocalJob job =
        LocalJob.start(
            JobEnvironment.offline(stage.plan().run()),
            stage.plan(),
            new FileInputs(stage.plan(), files),
            outputs)) {
      job.await();
    }
    for (Topic topic : COMPARED) {
      Map<String, List<String>> offline = byKey(Files.readAllLines(file(topic)));
      assertThat(offline).as(topic.name()).isEqualTo(stage.read(topic));
      // Nothing has been earned where a sample ends before the first weights of an estimate.
      assertThat(offline.isEmpty() && topic != Topic.PERFORMANCE).as(topic.name()).isFalse();
    }
  }

  private Path file(Topic topic) {
    return directory.resolve(topic + ".jsonl");
  }

  private static Map<String, List<String>> byKey(List<String> lines) {
    Map<String, List<String>> byKey = new TreeMap<>();
    for (String line : lines) {
      String key = line.replaceAll("^\\{\"(?:symbol|portfolio)\":\"([^\"]+)\".*$", "$1");
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    }
    return byKey;
  }
}
