package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.Mirrorcore;
import io.mirrorcore.portfolio.record.Alert;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Alerts reach somebody, whatever becomes of who carries them. */
@ExtendWith(SharedBroker.class)
class AlertDeliveryTest {

  private static final int COUNT = 40;
  private static final int KILLED_AT = 15;

  @TempDir private Path directory;

  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private volatile Process process;
  private HttpServer server;

  @AfterEach
  void endWhatRuns() {
    if (process != null) {
      process.destroyForcibly();
    }
    if (server != null) {
      server.stop(0);
    }
  }

  private static byte[] alert(String portfolio, int number) {
    Alert.State state = number % 2 == 0 ? Alert.State.FIRING : Alert.State.RESOLVED;
    return Json.encode(
        new Alert(portfolio, Alert.Level.WARNING, "DRAWDOWN", state, "n", number, 0.1, number));
  }

  private static void publish(Stage stage, int from, int to) throws Exception {
    Properties client = new Properties();
    client.putAll(stage.kafka().client());
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = from; i < to; i++) {
        String portfolio = "p" + i % 3;
        producer
            .send(
                new ProducerRecord<>(
                    stage.kafka().topic(Topic.ALERTS),
                    portfolio.getBytes(StandardCharsets.UTF_8),
                    alert(portfolio, i)))
            .get();
      }
    }
  }

  /** Hears everything; dies never, answers 500 at times, and once kills who asks. */
  private void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    ids.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    bodies.add(body);
    if (ids.size() == KILLED_AT) {
      process.destroyForcibly(); // after it arrived, before anybody can say so
    }
    exchange.sendResponseHeaders(ids.size() % 7 == 3 ? 500 : 200, -1);
    exchange.close();
  }

  private Process deliverer(Stage stage, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-cp",
                System.getProperty("java.class.path"),
                Mirrorcore.class.getName(),
                "alerts",
                "--webhook=http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "--pause=10ms",
                "--config=" + stage.file()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(directory.resolve("said").toFile()))
        .start();
  }

  @Test
  void eachArrivesThoughTheDelivererIsKilled() throws Exception {
    Stage stage = new Stage(directory, "alert-delivery");
    publish(stage, 0, COUNT);
    listen();
    process = deliverer(stage, "--from-beginning");
    process.waitFor();
    assertThat(process.exitValue()).as("killed").isEqualTo(128 + 9);
    int before = ids.size();
    assertThat(before).isGreaterThanOrEqualTo(KILLED_AT).isLessThan(COUNT);

    process = deliverer(stage);
    await().forever().until(() -> distinct().size() == COUNT || !process.isAlive());
    publish(stage, COUNT, COUNT + 1);
    await().forever().until(() -> distinct().size() == COUNT + 1 || !process.isAlive());

    assertThat(distinct()).as(() -> said()).hasSize(COUNT + 1);
    assertThat(distinct().values()).doesNotHaveDuplicates();
    assertThat(ids).as("the one in the air came twice").hasSizeGreaterThan(COUNT + 1);
    theSameIdIsAlwaysTheSameAlert();
    eachPortfolioIsInOrder();
  }

  private String said() {
    try {
      return Files.readString(directory.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Body by id, in the order of the first arrival. */
  private Map<String, String> distinct() {
    Map<String, String> distinct = new LinkedHashMap<>();
    for (int i = 0; i < bodies.size(); i++) {
      distinct.putIfAbsent(ids.get(i), bodies.get(i));
    }
    return distinct;
  }

  private void theSameIdIsAlwaysTheSameAlert() {
    Map<String, String> byId = distinct();
    for (int i = 0; i < bodies.size(); i++) {
      assertThat(bodies.get(i)).isEqualTo(byId.get(ids.get(i))).contains(ids.get(i));
    }
  }

  private void eachPortfolioIsInOrder() {
    Map<String, Long> last = new HashMap<>();
    for (String body : distinct().values()) {
      Alert alert = Json.decode(body.getBytes(StandardCharsets.UTF_8), Alert.class);
      assertThat(alert.time()).isGreaterThan(last.getOrDefault(alert.portfolio(), -1L));
      last.put(alert.portfolio(), alert.time());
    }
  }

  @Test
  void endsWhereNobodyListensAndTheNextStartBeginsThere() throws Exception {
    Stage stage = new Stage(directory, "alert-outage");
    publish(stage, 0, 2);
    Path file = directory.resolve("heard");
    Cli dead =
        stage.run("alerts", "--exec=exit 4", "--attempts=2", "--pause=1ms", "--from-beginning");
    assertThat(dead.exit()).isEqualTo(1);
    assertThat(dead.err())
        .contains("after 2 attempts: it ended with exit code 4; the next start begins with it")
        .contains("delivered 0")
        .doesNotContain("Exception");
    Cli well = stage.run("alerts", "--exec=cat >> " + file, "--limit=2");
    assertThat(well.exit()).isZero();
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void saysWhatIsWrongBeforeAnythingIsRead() throws Exception {
    Stage stage = new Stage(directory, "alert-usage");
    for (String wrong :
        List.of(
            "--webhook=ftp://host/secret",
            "--webhook=secret",
            "--webhook=http:///secret",
            "--webhook=http://a b/secret")) {
      Cli run = stage.run("alerts", wrong);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("http or https").doesNotContain("secret");
    }
    assertThat(stage.run("alerts", "--webhook=http://h/${env:NO_SUCH_ONE}").err())
        .contains("--webhook refers to the environment variable NO_SUCH_ONE, which is not set");
    assertThat(stage.run("alerts", "--exec=true", "--attempts=0").exit()).isEqualTo(2);
    assertThat(stage.run("alerts").exit()).isEqualTo(2);
    assertThat(stage.run("alerts", "--exec=true", "--webhook=http://h/").exit()).isEqualTo(2);
  }
}
