package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.local.Mirrorcore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * TLS and passwords as a user configures them: right ones carry the whole way from files to
 * weights, wrong ones end every command at once with one sentence.
 */
@ExtendWith(SharedSecureBroker.class)
class SecureConnectionsTest {

  private static SecureBroker broker;
  @TempDir private static Path shared;
  private static Path passwords;
  private static Path certificate;

  @TempDir private Path directory;

  @BeforeAll
  static void start() throws Exception {
    broker = SharedSecureBroker.broker();
    passwords = Files.write(shared.resolve("p.yaml"), broker.byPassword(SecureBroker.USER));
    certificate = Files.write(shared.resolve("c.yaml"), broker.byCertificate());
  }

  @Test
  void aPasswordOverTlsGoesAllTheWayToWeights() throws Exception {
    goesAllTheWay("scram", SecureBroker.USER, broker.byPassword(SecureBroker.USER));
  }

  @Test
  void aClientCertificateGoesAllTheWayToWeights() throws Exception {
    goesAllTheWay("mutual", Certificates.CLIENT, broker.byCertificate());
  }

  private void goesAllTheWay(String name, String user, List<String> connection) throws Exception {
    broker.grantJob(user, name);
    broker.grant(user, ResourceType.TOPIC, name, AclOperation.CREATE);
    Stage stage =
        new Stage(
            directory,
            name,
            connection,
            "bars.interval: 1d",
            "job: {inputs: [prices], parallelism: 1, group-id: " + name + "}");
    stage.succeed("feed", "--prices=" + twoSymbols());
    assertThat(stage.succeed("run", "--replay").err()).contains("1,262 bars", "no dead letters");
    assertThat(stage.readAll(Topic.WEIGHTS)).isNotEmpty().allSatisfy(WeightsCheck::check);
    String watched = stage.succeed("watch", "--from-beginning", "--limit=5", "--format=json").out();
    assertThat(watched.lines()).hasSize(5);
  }

  private Path twoSymbols() throws IOException {
    Path file = directory.resolve("prices.csv");
    List<String> rows = Samples.rows("us-daily-prices-sample.csv.gz");
    return Files.write(
        file, rows.stream().filter(row -> row.matches("(symbol|AAPL|SPY),.*")).toList());
  }

  @Test
  void passwordsMayAlsoBeSentPlainlyOverTls() throws Exception {
    broker.grantJob(SecureBroker.USER, "plain");
    Cli result =
        Cli.run(
            "topics",
            "describe",
            "--config=" + passwords,
            "--set=kafka.sasl.mechanism=PLAIN",
            "--set=kafka.sasl.jaas.config="
                + "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                + SecureBroker.USER
                + "\" password=\"${file:"
                + broker.userPassword()
                + "}\";");
    // Whose password is right hears of the topics.
    assertThat(result.err()).doesNotContain("credentials").contains("describe topic prices");
  }

  private static List<ConnectionMistake> mistakes() throws IOException {
    return ConnectionMistake.all(broker, passwords, certificate, shared);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsOneSentence(ConnectionMistake mistake) {
    fails(mistake.named(), with(mistake.set(), "run", "--replay", "--config=" + mistake.config()));
  }

  /** In a process of its own, where also what is logged is to be seen. */
  @ParameterizedTest
  @ValueSource(strings = {"wrong password", "another authority", "TLS to a plaintext port"})
  void aMistakeIsAllThatAProcessSays(String name) throws Exception {
    ConnectionMistake mistake =
        mistakes().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Path err = directory.resolve("err");
    Process process =
        process(with(mistake.set(), "run", "--config=" + mistake.config()))
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(err.toFile())
            .start();
    try {
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(directory.resolve("out")).isEmptyFile();
    assertThat(Files.readAllLines(err))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(mistake.named());
  }

  private static ProcessBuilder process(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Mirrorcore.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  @Test
  void everyCommandSaysTheSame() throws IOException {
    List<String> set = List.of("kafka.sasl.mechanism=PLAIN", "kafka.sasl.jaas.config=" + plain());
    List<String> said =
        Stream.of(
                List.of("topics", "create"),
                List.of("topics", "describe"),
                List.of("feed", "--prices=" + twoSymbols()),
                List.of("run"),
                List.of("watch"))
            .map(command -> new ArrayList<>(command))
            .peek(command -> command.add("--config=" + passwords))
            .map(
                command -> fails(List.of("credentials"), with(set, command.toArray(String[]::new))))
            .distinct()
            .toList();
    assertThat(said).hasSize(1);
  }

  private static String plain() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required"
        + " username=\"alice\" password=\"wrong-secret-11235\";";
  }

  @Test
  void whatIsNotGrantedIsNamed() throws Exception {
    Stage open =
        new Stage(directory, "grants", List.of("kafka.bootstrap.servers: " + broker.open()));
    String user = SecureBroker.READER;
    List<String> reader = new ArrayList<>(broker.byPassword(user));
    reader.add("job: {group-id: grants, transaction-prefix: grants, parallelism: 1}");
    reader.addAll(open.topics());
    Path config = Files.write(directory.resolve("reader.yaml"), reader);
    String[] run = {"run", "--replay", "--set=bars.interval=1m", "--config=" + config};

    fails(List.of("not allow this user to", "topic grants-prices"), run);
    broker.grant(user, ResourceType.TOPIC, "grants-prices", AclOperation.READ);
    broker.grant(user, ResourceType.TOPIC, "grants", AclOperation.DESCRIBE);
    fails(List.of("not allow this user to read topic grants-ticks"), run);
    broker.grant(user, ResourceType.TOPIC, "grants", AclOperation.READ);
    fails(List.of("not allow this user to write topic grants-signals", "ACL"), run);
    fails(
        List.of("not allow this user to write topic grants-prices"),
        "feed",
        "--prices=" + twoSymbols(),
        "--config=" + config);
    fails(
        List.of("not allow this user to create topic grants-prices"),
        "topics",
        "create",
        "--config=" + config);
    broker.grant(user, ResourceType.TOPIC, "grants", AclOperation.WRITE);
    fails(List.of("not allow this user to use the consumer group grants", "job.group-id"), run);
    broker.grant(user, ResourceType.GROUP, "grants", AclOperation.READ);
    fails(List.of("transactional ids that begin with grants", "job.transaction-prefix"), run);
    broker.grant(user, ResourceType.TRANSACTIONAL_ID, "grants", AclOperation.WRITE);
    assertThat(Cli.run(run).exit()).isZero();
  }

  private static String[] with(List<String> set, String... command) {
    return Stream.concat(Stream.of(command), set.stream().map(line -> "--set=" + line))
        .toArray(String[]::new);
  }

  private static String fails(List<String> named, String... command) {
    Cli result = Cli.run(command);
    String said = result.err().strip();
    assertThat(result.exit()).as(said).isEqualTo(1);
    assertThat(said)
        .contains(named)
        .doesNotContain("\tat ", "Exception", "secret-")
        .doesNotContain(SecureBroker.USER_PASSWORD);
    assertThat(said.lines()).hasSize(1);
    assertThat(result.out()).doesNotContain("secret-");
    return said;
  }
}
