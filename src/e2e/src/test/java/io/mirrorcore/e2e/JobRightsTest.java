package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.kafka.JobRights;
import io.mirrorcore.jobs.kafka.Right;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.EnsembleTopology;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaReturnsInputs;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.market.Bar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rights on the security page are those that a job needs: with them it runs, and with any one
 * of them fewer it says so before it starts.
 */
@ExtendWith(SharedSecureBroker.class)
class JobRightsTest {

  private static final String TOPICS = "rights";
  private static final String PIPELINE = "rights-pipeline";
  private static final String ENSEMBLE = "rights-ensemble";
  private static final long MINUTE = 60_000;

  @TempDir private static Path directory;
  private static SecureBroker broker;
  private static Grants grants;
  private static Stage stage; // of the administrator, who needs no rights
  private static Settings pipeline;
  private static Settings ensemble;

  @BeforeAll
  static void start() throws Exception {
    broker = SharedSecureBroker.broker();
    grants = new Grants(broker, SecureBroker.HIRELING);
    stage =
        new Stage(
            directory, 1, TOPICS, List.of("kafka.bootstrap.servers: " + broker.open()), List.of());
    pipeline = user(PIPELINE);
    ensemble = user(ENSEMBLE);
  }

  /** What the user of a job configures who may do only what has been granted. */
  private static Settings user(String job) throws IOException {
    List<String> lines = new ArrayList<>(broker.byPassword(SecureBroker.HIRELING));
    lines.addAll(stage.topics());
    lines.add("job: {mode: replay, parallelism: 1, checkpoint-interval: 200ms}");
    lines.add("job.inputs: [prices, ticks, options-flow, adjustments]");
    List.of("name", "group-id", "transaction-prefix")
        .forEach(key -> lines.add("job." + key + ": " + job));
    // Minutes from 1970 on.
    lines.add("inputs: {prices.time-unit: ms, strategy-returns.time-unit: ms}");
    lines.add("signals.emit: all");
    lines.add("ensemble: {period: bar, min-observations: 10}");
    lines.add("alerts.stale-feed: 5");
    lines.add("regimes: {mixed.every: 5 bars, ranging.every: 5 bars, trending.every: 5 bars}");
    return Settings.load(Files.write(directory.resolve(job + ".yaml"), lines));
  }

  @AfterAll
  static void stop() throws IOException {
    grants.close();
  }

  private static List<Right> ofPipeline() throws IOException {
    return PageRights.of("`run`, `PipelineJob`", TOPICS, PIPELINE);
  }

  private static List<Right> ofEnsemble() throws IOException {
    return PageRights.of("`EnsembleJob`", TOPICS, ENSEMBLE);
  }

  @Test
  void aJobRunsWithExactlyTheRightsOfThePage() throws Exception {
    assertThat(JobRights.of(pipeline, Role.PIPELINE))
        .containsExactlyInAnyOrderElementsOf(ofPipeline());
    assertThat(JobRights.of(ensemble, Role.ENSEMBLE))
        .containsExactlyInAnyOrderElementsOf(ofEnsemble());
    feed();

    grant(ofPipeline());
    preFlight(pipeline, Role.PIPELINE);
    run(
        pipeline,
        env ->
            PipelineTopology.define(
                env,
                JobPlan.of(pipeline),
                new KafkaInputs(KafkaPlan.of(pipeline), JobPlan.of(pipeline)),
                new KafkaOutputs(KafkaPlan.of(pipeline))));
    assertThat(Role.PIPELINE.writes())
        .filteredOn(topic -> topic != Topic.LEAD_LAG && topic != Topic.PERFORMANCE) // too short
        .allSatisfy(topic -> assertThat(stage.readAll(topic)).as(topic.word()).isNotEmpty());

    int weights = stage.readAll(Topic.WEIGHTS).size();
    grant(ofEnsemble());
    preFlight(ensemble, Role.ENSEMBLE);
    run(
        ensemble,
        env ->
            EnsembleTopology.define(
                env,
                JobPlan.of(ensemble),
                new KafkaReturnsInputs(
                    KafkaPlan.of(ensemble, Role.ENSEMBLE), JobPlan.of(ensemble).parser()),
                new KafkaOutputs(KafkaPlan.of(ensemble, Role.ENSEMBLE))));
    assertThat(stage.readAll(Topic.WEIGHTS)).hasSize(2 * weights);
  }

  /** A market in which one of two feeds falls silent, and one record is none. */
  private static void feed() {
    try (EventSender sender = new EventSender(KafkaPlan.of(stage.settings()))) {
      for (int minute = 1; minute <= 130; minute++) {
        send(sender, "LOUD", minute);
        if (minute <= 120) {
          send(sender, "QUIET", minute);
        }
      }
      sender.send(RecordKind.BAR, "LOUD", "no JSON".getBytes(StandardCharsets.UTF_8));
      sender.flush();
    }
  }

  private static void send(EventSender sender, String symbol, int minute) {
    SplittableRandom random = new SplittableRandom(31L * symbol.hashCode() + minute);
    double close = 100 + 5 * Math.sin(minute / 5.0) + random.nextDouble();
    Bar bar = new Bar(symbol, minute * MINUTE, close, close + 1, close - 1, close, 1_000 + minute);
    sender.send(RecordKind.BAR, symbol, WireJson.bar(bar));
  }

  /** Live as to checkpoints and transactions, but the first failure is its end. */
  private static void run(Settings settings, LocalJob.Graph graph) throws Exception {
    Configuration flink = JobEnvironment.live(RunPlan.of(settings));
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    try (LocalJob job = LocalJob.start(flink, RunPlan.of(settings), graph)) {
      job.await();
    }
  }

  @ParameterizedTest
  @MethodSource("ofPipeline")
  void aPipelineWithOneRightFewerSaysWhich(Right missing) throws Exception {
    saysWhich(missing, ofPipeline(), () -> preFlight(pipeline, Role.PIPELINE));
  }

  @ParameterizedTest
  @MethodSource("ofEnsemble")
  void anEnsembleWithOneRightFewerSaysWhich(Right missing) throws Exception {
    saysWhich(missing, ofEnsemble(), () -> preFlight(ensemble, Role.ENSEMBLE));
  }

  private static void saysWhich(Right missing, List<Right> page, Runnable preFlight)
      throws Exception {
    List<Right> rest = new ArrayList<>(page);
    rest.remove(missing);
    grant(rest);
    refuses(preFlight, asked(missing));
    // Who may look at a thing may not yet use it.
    rest.add(new Right(missing.on(), AclOperation.DESCRIBE));
    grant(rest);
    refuses(preFlight, asked(missing));
  }

  private static List<Topic> sinks() {
    return Role.PIPELINE.writes();
  }

  @ParameterizedTest
  @MethodSource("sinks")
  void everySinkIsAskedAbout(Topic topic) throws Exception {
    List<AclBinding> bindings = new ArrayList<>();
    ofPipeline().forEach(right -> bindings.add(grants.allow(right)));
    ResourcePattern ofSink =
        new ResourcePattern(
            ResourceType.TRANSACTIONAL_ID,
            PIPELINE + "-" + topic.word() + "-sink",
            PatternType.PREFIXED);
    bindings.add(grants.deny(new Right(ofSink, AclOperation.WRITE)));
    grants.are(bindings);
    refuses(
        () -> preFlight(pipeline, Role.PIPELINE),
        "use transactional ids that begin with %s (WRITE, job.transaction-prefix) for the %s-sink"
            .formatted(PIPELINE, topic.word()));
  }

  @Test
  void aTransactionThatIsTooLongIsRefusedWithoutARightToTheBrokersSettings() throws Exception {
    grant(ofPipeline());
    assertThatThrownBy(
            () -> preFlight(pipeline.with("job.transaction-timeout", "1h"), Role.PIPELINE))
        .isInstanceOf(BrokerException.class)
        .hasMessageMatching(
            "job.transaction-timeout is 1h, and Kafka at \\S+ allows less"
                + " \\(transaction.max.timeout.ms\\); lower it, or raise the broker's");
    assertThatCode(() -> preFlight(pipeline, Role.PIPELINE)).doesNotThrowAnyException();
  }

  private static void preFlight(Settings settings, Role job) {
    TopicLayout.require(settings, job, Optional.empty(), System.err::println);
  }

  private static void grant(List<Right> rights) throws Exception {
    grants.are(rights.stream().map(grants::allow).toList());
  }

  private static void refuses(Runnable preFlight, String asked) {
    assertThatThrownBy(preFlight::run)
        .isInstanceOf(BrokerException.class)
        .hasMessageMatching("The Kafka broker at \\S+ does not allow this user to .*")
        .hasMessageContaining(" to " + asked)
        .hasMessageEndingWith(": have its administrator grant it (an ACL), or use another user");
  }

  private static String asked(Right right) {
    String name = right.on().name();
    return switch (right.on().resourceType()) {
      case TOPIC -> right.operation().name().toLowerCase(Locale.ROOT) + " topic " + name + ":";
      case GROUP ->
          "use the consumer group %s (READ, job.%s):"
              .formatted(name, name.endsWith("-claim") ? "transaction-prefix" : "group-id");
      default -> "use transactional ids that begin with " + name + " (WRITE, ";
    };
  }
}
