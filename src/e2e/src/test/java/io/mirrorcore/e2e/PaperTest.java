package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Paper trading beside the pipeline: against the backtest, and against processes that die. */
@ExtendWith(SharedBroker.class)
class PaperTest {

  private static final String MARKET = "us-daily-prices-sample.csv.gz";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Topic> COMPARED = List.of(Topic.ORDERS, Topic.FILLS, Topic.ACCOUNT);
  private static final String[] DAILY = {
    "bars.interval: 1d", "job.inputs: [prices]", "job.parallelism: 1", "ensemble.warm-up: 0"
  };
  private static final String[] REAL = {
    "--set=paper.lot=1", "--set=paper.min-trade=50", "--set=paper.price-band=0.02",
    "--set=paper.max-orders=3", "--set=paper.slippage=0.0005", "--set=paper.costs=traded"
  };

  @TempDir private Path directory;
  private Process paper;

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    if (paper != null) {
      paper.destroyForcibly().waitFor();
    }
  }

  @Test
  void itsCapitalIsTheBacktestsAndThreeKillsLeaveNoTrace() throws Exception {
    Stage whole = new Stage(directory, "paper", DAILY);
    whole.succeed("feed", "--prices=" + Samples.reference(MARKET));
    whole.succeed("run", "--replay");
    comesToTheCapitalOfTheBacktest(whole);

    Stage undisturbed = new Stage(directory, "paper-undisturbed", DAILY);
    List<String> command = new ArrayList<>(List.of("paper", "--replay", prices()));
    command.add("--set=topics.positions=paper-positions");
    command.addAll(List.of(REAL));
    undisturbed.succeed(command.toArray(String[]::new));
    theGapIsTheSumOfItsCauses(undisturbed);

    Stage killed = new Stage(directory, "paper-killed", DAILY);
    List<String> positions = whole.read(Topic.POSITIONS).get("main");
    int part = positions.size() / 4;
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (int i = 0; i < 4; i++) {
        int end = i == 3 ? positions.size() : (i + 1) * part;
        send(producer, "paper-killed-positions", positions.subList(i * part, end));
        start(killed, directory.resolve("paper-" + i + ".err"));
        int enough = i == 3 ? positions.size() : i * part + 1;
        await()
            .forever()
            .until(() -> !paper.isAlive() || killed.readAll(Topic.ACCOUNT).size() >= enough);
        assertThat(paper.isAlive()).as(err(i)).isTrue();
        paper.destroyForcibly().waitFor();
      }
    }
    assertThat(err(3)).contains("goes on from ");
    for (Topic topic : COMPARED) {
      assertThat(killed.read(topic))
          .as(topic.word())
          .isNotEmpty()
          .isEqualTo(undisturbed.read(topic));
    }
  }

  private void comesToTheCapitalOfTheBacktest(Stage stage) throws IOException {
    Path out = directory.resolve("backtest");
    String[] backtest = {
      "backtest", "--mode=event", "--prices=" + Samples.reference(MARKET), "--out=" + out
    };
    assertThat(stage.run(backtest).exit()).isZero();
    JsonNode track = JSON.readTree(out.resolve("report.json").toFile()).get("tracks").get(0);
    double capital = track.get("figures").get("finalCapital").doubleValue();

    Cli paper = stage.succeed("paper", "--replay", "--set=paper.fill=close");
    List<String> accounts = stage.read(Topic.ACCOUNT).get("main");
    JsonNode last = JSON.readTree(accounts.get(accounts.size() - 1));
    assertThat(paper.err())
        .contains(
            "main: capital %,.2f, ".formatted(last.get("equity").doubleValue()),
            "  gap: delay 0.00, costs 0.00, lots 0.00, bands 0.00",
            "%,d filled".formatted(stage.readAll(Topic.FILLS).size()));
    assertThat(accounts).hasSize(stage.read(Topic.POSITIONS).get("main").size());
    assertThat(last.get("equity").doubleValue() / capital).isCloseTo(1, within(1e-9));
    assertThat(last.get("costs").doubleValue()).isPositive();
  }

  private static void theGapIsTheSumOfItsCauses(Stage stage) throws IOException {
    for (String line : stage.read(Topic.ACCOUNT).get("main")) {
      JsonNode account = JSON.readTree(line);
      double sum = account.get("expected").doubleValue();
      for (JsonNode cause : account.get("gap")) {
        sum += cause.doubleValue();
      }
      assertThat(sum).isCloseTo(account.get("profit").doubleValue(), within(1e-6));
    }
  }

  private static String prices() {
    return "--set=topics.prices=paper-prices";
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", SharedBroker.servers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, String topic, List<String> values) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (String value : values) {
      sent.add(producer.send(new ProducerRecord<>(topic, bytes("main"), bytes(value))));
    }
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String err(int process) throws IOException {
    return Files.readString(directory.resolve("paper-" + process + ".err"));
  }

  private void start(Stage stage, Path err) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            "io.mirrorcore.local.Mirrorcore",
            "paper",
            "--config=" + stage.file(),
            prices());
    builder.command().addAll(List.of(REAL));
    builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
    paper = builder.redirectErrorStream(true).redirectOutput(Redirect.to(err.toFile())).start();
  }
}
