package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.feed.OutputTail;
import io.mirrorcore.local.job.LocalJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics of one test, under names of their own, and a configuration. */
final class Stage {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Path file;
  private final Settings settings;
  private final List<String> topics;

  /**
   * @param name prefix of the topics
   * @param yaml further lines of the configuration
   */
  Stage(Path directory, String name, String... yaml) throws IOException {
    this(
        directory,
        3,
        name,
        List.of("kafka.bootstrap.servers: " + SharedBroker.servers()),
        List.of(yaml));
  }

  /**
   * A stage on another broker.
   *
   * @param connection lines of the configuration that say which, and how it is reached
   */
  Stage(Path directory, String name, List<String> connection, String... yaml) throws IOException {
    this(directory, 3, name, connection, List.of(yaml));
  }

  /**
   * A stage on another broker.
   *
   * @param partitions of each topic
   * @param name prefix of the topics, and name of the job
   * @param connection lines of the configuration that say which broker, and how it is reached
   * @param yaml further lines of the configuration
   */
  Stage(Path directory, int partitions, String name, List<String> connection, List<String> yaml)
      throws IOException {
    List<String> lines = new ArrayList<>(connection);
    Patience.KAFKA.stream().filter(line -> !lines.contains(line)).forEach(lines::add);
    lines.add("job.name: " + name);
    lines.add("job.transaction-prefix: " + name);
    lines.add("job.checkpoint-interval: 1s");
    lines.add("inputs.prices.time-unit: ms"); // tests count minutes from 1970 on
    lines.add("inputs.ticks.time-unit: ms");
    topics = topics(name);
    lines.addAll(topics);
    lines.addAll(yaml);
    file = Files.write(directory.resolve(name + ".yaml"), lines);
    settings = Settings.load(file);
    succeed("topics", "create", "--partitions=" + partitions);
  }

  private Stage(Path file) throws IOException {
    this.file = file;
    settings = Settings.load(file);
    topics = Files.readAllLines(file);
  }

  /** A stage with topics that are there, or that somebody else makes. */
  static Stage of(Path file) throws IOException {
    return new Stage(file);
  }

  private static List<String> topics(String name) {
    List<String> lines = new ArrayList<>();
    lines.add("topics:");
    for (Topic topic : Topic.values()) {
      lines.add("  " + topic.word() + ": " + name + "-" + topic.word());
    }
    return List.copyOf(lines);
  }

  /** The lines of the configuration that name the topics. */
  List<String> topics() {
    return topics;
  }

  /** The configuration. */
  Path file() {
    return file;
  }

  Settings settings() {
    return settings;
  }

  JobPlan plan() {
    return JobPlan.of(settings);
  }

  KafkaPlan kafka() {
    return KafkaPlan.of(settings);
  }

  /** Starts the pipeline over this stage's topics, in this process. */
  LocalJob start() throws Exception {
    return LocalJob.start(
        JobEnvironment.live(plan().run()),
        plan(),
        new KafkaInputs(kafka(), plan()),
        new KafkaOutputs(kafka()));
  }

  /** Runs a command with this stage's configuration, which must succeed. */
  Cli succeed(String... command) {
    Cli result = run(command);
    assertThat(result.exit()).as(List.of(command) + " said: " + result.err()).isZero();
    return result;
  }

  /** Runs a command with this stage's configuration, whatever comes of it. */
  Cli run(String... command) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command));
    arguments.add("--config=" + file);
    return Cli.run(arguments.toArray(String[]::new));
  }

  /** Everything committed on an output topic, by key, in order. */
  Map<String, List<String>> read(Topic topic) {
    Map<String, List<String>> byKey = new TreeMap<>();
    try (OutputTail tail = new OutputTail(kafka(), List.of(kafka().topic(topic)), true)) {
      while (!tail.isAtEnd()) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
          byKey
              .computeIfAbsent(
                  new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
              .add(new String(record.value(), StandardCharsets.UTF_8));
        }
      }
    }
    return byKey;
  }

  /** All records of an output topic whatever their key. */
  List<String> readAll(Topic topic) {
    return read(topic).values().stream().flatMap(List::stream).toList();
  }
}
