package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Secrets are where they were put and nowhere else. Every search of a text for them also looks for
 * something that must be in it: a search that reads nothing finds nothing.
 */
@ExtendWith(SharedSecureBroker.class)
@ResourceLock(LogSearch.RESOURCE)
class SecretsTest {

  /** A part of every secret of these tests, whatever quotes and escapes may be around it. */
  private static final String SECRET = "-secret-";

  /** What the log has, at the very places where secrets would be. */
  private static final List<String> LOGGED =
      List.of(
          "AdminClientConfig values",
          "ConsumerConfig values",
          "ProducerConfig values",
          "KafkaConfig values",
          "ssl.keystore.password = [hidden]",
          "sasl.jaas.config = [hidden]");

  private static SecureBroker broker;
  private static LogSearch log;

  @TempDir private Path directory;

  @BeforeAll
  static void start() throws Exception {
    log = LogSearch.begin(Stream.concat(Stream.of(SECRET), LOGGED.stream()).toList());
    broker = SecureBroker.start(SharedSecureBroker.broker().certificates());
    broker.grantJob(SecureBroker.USER, "quiet");
    broker.grant(
        SecureBroker.USER,
        ResourceType.TOPIC,
        "quiet",
        AclOperation.CREATE,
        AclOperation.DESCRIBE_CONFIGS);
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
    log.close();
  }

  /** With every kind of secret that a client of Kafka may have. */
  private Stage stage() throws IOException {
    List<String> connection = new ArrayList<>(broker.byPassword(SecureBroker.USER));
    broker.byCertificate().stream()
        .filter(line -> line.contains(".ssl.key"))
        .forEach(connection::add);
    return new Stage(
        directory,
        "quiet",
        connection,
        "job: {group-id: quiet, parallelism: 1, checkpoint-dir: " + directory.toUri() + "state}");
  }

  @Test
  void aRunningJobShowsThemNowhere() throws Exception {
    Stage stage = stage();
    JobPlan plan = stage.plan();
    KafkaPlan kafka = stage.kafka();
    Configuration flink = JobEnvironment.live(plan.run());
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(flink);
    PipelineTopology.define(env, plan, new KafkaInputs(kafka, plan), new KafkaOutputs(kafka));
    JobGraph graph = env.getStreamGraph().getJobGraph();
    holdsNoSecret("job graph", serialized(graph), "quiet-weights", "${file-quoted:");

    try (MiniCluster cluster = new MiniCluster(cluster(flink))) {
      cluster.start();
      cluster.submitJob(graph).get();
      holdsNoSecret("savepoint", savepoint(cluster, graph.getJobID()), "symbol-strategies");
      searchRest(cluster.getRestAddress().get(), graph.getJobID());
      cluster.triggerCheckpoint(graph.getJobID(), CheckpointType.FULL).get();
      cluster.cancelJob(graph.getJobID()).get();
      cluster.requestJobResult(graph.getJobID()).get();
    }
    holdsNoSecret("checkpoint", contents(directory.resolve("state")), "symbol-strategies");
    assertThat(log.found()).as("log").containsOnlyKeys(LOGGED);
  }

  private static String serialized(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static MiniClusterConfiguration cluster(Configuration flink) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(flink)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(1)
        .build();
  }

  private String savepoint(MiniCluster cluster, JobID job) throws IOException {
    String target = directory.resolve("savepoint").toUri().toString();
    await()
        .forever()
        .ignoreExceptions() // until all tasks run, none can be taken
        .until(
            () ->
                cluster.triggerSavepoint(job, target, false, SavepointFormatType.CANONICAL).get()
                    != null);
    return contents(directory.resolve("savepoint"));
  }

  private static String contents(Path root) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  /** What the web UI is made of. */
  private static void searchRest(URI rest, JobID job) throws Exception {
    String jobPath = "/jobs/" + job;
    for (String path :
        List.of(
            "/config",
            "/jobmanager/config",
            "/jobmanager/environment",
            "/taskmanagers",
            jobPath,
            jobPath + "/config",
            jobPath + "/plan",
            jobPath + "/exceptions",
            jobPath + "/checkpoints",
            jobPath + "/checkpoints/config",
            jobPath + "/jobmanager/config",
            jobPath + "/jobmanager/environment")) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(rest.resolve(path)).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      holdsNoSecret(path, answer.body(), "{\"");
      if (path.endsWith("/plan")) {
        assertThat(answer.body()).contains("weights-sink");
      }
    }
  }

  @Test
  void commandsPrintThemNeitherFromFilesNorWhereTheyAreWrittenOut() throws Exception {
    Stage stage = stage();
    Cli printed = stage.succeed("config", "print");
    holdsNoSecret("print", printed.out() + printed.err(), "${file:", "sasl.jaas.config");
    holdsNoSecret("check", stage.succeed("config", "check").out(), "valid");
    holdsNoSecret("describe", stage.succeed("topics", "describe").out(), "quiet-weights");

    Path written =
        Files.write(
            directory.resolve("written.yaml"),
            List.of(
                "kafka.bootstrap.servers: 127.0.0.1:9",
                "kafka.ssl.key.password: a-secret-1",
                "kafka.sasl.jaas.config: 'A required username=\"u\" password=\"a-secret-2\";'"));
    String config = "--config=" + written;
    Cli masked = Cli.run("config", "print", config);
    holdsNoSecret("print", masked.out() + masked.err(), "ssl.key.password: \"******\"");
    Cli wrong = Cli.run("config", "check", config, "--set=bars.interval=soon");
    holdsNoSecret("error", wrong.out() + wrong.err(), "bars.interval", "soon");
    RunPlan plan = RunPlan.of(Settings.load(written));
    assertThatThrownBy(() -> JobEnvironment.submitted(plan))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("kafka.ssl.key.password", "kafka.sasl.jaas.config", "${env:NAME}")
        .hasMessageNotContaining(SECRET);
  }

  private static void holdsNoSecret(String what, String text, String... known) {
    assertThat(text).as(what).contains(known);
    int at = text.indexOf(SECRET);
    assertThat(at)
        .as(() -> what + ": " + text.substring(Math.max(0, at - 200), at + SECRET.length()))
        .isEqualTo(-1);
    assertThat(SecureBroker.USER_PASSWORD + Certificates.PASSWORD).contains(SECRET);
  }
}
