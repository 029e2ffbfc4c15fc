package io.mirrorcore.local.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.Alert;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  private final List<String> said = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();

  private static byte[] alert(Alert.Level level, long time) {
    return Json.encode(
        new Alert("main", level, "DRAWDOWN", Alert.State.FIRING, "it \"fell\"", 0.2, 0.1, time));
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>("alerts", 2, 7, new byte[0], value);
  }

  private Delivery.Verdict deliver(Receiver receiver, boolean skipsDead, byte[] value)
      throws InterruptedException {
    return new Delivery(
            receiver, new Attempts(4, SECOND), Alert.Level.WARNING, skipsDead, said::add)
        .deliver(record(value), pause -> !pauses.add(pause));
  }

  /** One that refuses so many times, then takes all. */
  private static final class Reluctant implements Receiver {

    private final List<Notice> heard = new ArrayList<>();
    private int refusals;

    private Reluctant(int refusals) {
      this.refusals = refusals;
    }

    @Override
    public Optional<String> deliver(Notice notice) {
      heard.add(notice);
      return refusals-- > 0 ? Optional.of("not now") : Optional.empty();
    }

    @Override
    public String name() {
      return "somebody";
    }
  }

  @Test
  void triesAgainWithLongerPausesUntilItArrives() throws InterruptedException {
    Reluctant receiver = new Reluctant(3);
    assertThat(deliver(receiver, false, alert(Alert.Level.ERROR, 1)))
        .isEqualTo(Delivery.Verdict.DELIVERED);
    assertThat(pauses).containsExactly(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(4));
    assertThat(receiver.heard).hasSize(4).allMatch(receiver.heard.get(0)::equals);
    assertThat(said).isEmpty();
  }

  @Test
  void isDeadAfterTheLastAttemptAndSaysSo() throws InterruptedException {
    assertThat(deliver(new Reluctant(9), false, alert(Alert.Level.ERROR, 1)))
        .isEqualTo(Delivery.Verdict.STOP);
    assertThat(pauses).hasSize(3);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("DRAWDOWN FIRING of main (id ")
        .endsWith(
            "did not arrive at somebody after 4 attempts: not now; the next start begins with it");

    assertThat(deliver(new Reluctant(9), true, alert(Alert.Level.ERROR, 1)))
        .isEqualTo(Delivery.Verdict.PASSED);
    assertThat(said.get(1)).contains("passed over: {\"id\":\"");
  }

  @Test
  void passesOverWhatIsNotWantedAndWhatIsNoAlert() throws InterruptedException {
    Reluctant receiver = new Reluctant(0);
    assertThat(deliver(receiver, false, alert(Alert.Level.INFO, 1)))
        .isEqualTo(Delivery.Verdict.PASSED);
    for (String other : List.of("", "nonsense", "[1]", "{}", "null", "{\"level\":\"LOUD\"}")) {
      assertThat(deliver(receiver, false, other.getBytes(StandardCharsets.UTF_8)))
          .as(other)
          .isEqualTo(Delivery.Verdict.PASSED);
    }
    assertThat(deliver(receiver, false, null)).isEqualTo(Delivery.Verdict.PASSED);
    assertThat(receiver.heard).isEmpty();
    assertThat(said).hasSize(7).allMatch(line -> line.endsWith("partition 2, offset 7"));
  }

  @Test
  void anIdFollowsFromTheRecordAlone() {
    Notice one = Notice.of(alert(Alert.Level.ERROR, 1)).orElseThrow();
    assertThat(Notice.of(alert(Alert.Level.ERROR, 1)).orElseThrow()).isEqualTo(one);
    assertThat(Notice.of(alert(Alert.Level.ERROR, 2)).orElseThrow().id()).isNotEqualTo(one.id());
    assertThat(one.id()).matches("[0-9a-f]{16}");
    String record = new String(alert(Alert.Level.ERROR, 1), StandardCharsets.UTF_8);
    assertThat(one.body()).isEqualTo(record.replaceFirst("\\{", "{\"id\":\"" + one.id() + "\","));
  }

  @Test
  void aPauseIsNeverLongerThanAMinute() {
    Attempts attempts = new Attempts(100, SECOND);
    assertThat(attempts.pauseAfter(6)).isEqualTo(Duration.ofSeconds(32));
    assertThat(attempts.pauseAfter(99)).isEqualTo(Attempts.LONGEST);
    assertThat(attempts.longest(SECOND)).isLessThan(Duration.ofHours(2));
    assertThatThrownBy(() -> new Attempts(0, SECOND)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void postsToAnAddressAndTakesOnlyAReceiptForOne() throws Exception {
    List<String> heard = new ArrayList<>();
    int[] answers = {204, 200, 302, 404, 500};
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          heard.add(key + " " + exchange.getRequestHeaders().getFirst("X-Team") + " " + body);
          exchange.sendResponseHeaders(answers[heard.size() - 1], -1);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=secret";
    Webhook hook = new Webhook(URI.create(address), Map.of("X-Team", "desk"), PATIENCE);
    Notice notice = Notice.of(alert(Alert.Level.ERROR, 1)).orElseThrow();
    try {
      assertThat(hook.deliver(notice)).isEmpty();
      assertThat(hook.deliver(notice)).isEmpty();
      assertThat(hook.deliver(notice)).contains("it answered 302");
      assertThat(hook.deliver(notice)).contains("it answered 404");
      assertThat(hook.deliver(notice)).contains("it answered 500");
    } finally {
      server.stop(0);
    }
    assertThat(heard).hasSize(5).allMatch((notice.id() + " desk " + notice.body())::equals);
    assertThat(hook.deliver(notice).orElseThrow()).startsWith("no connection (");
    assertThat(hook.name()).isEqualTo("http://127.0.0.1");
    assertThat(Webhook.isHeader("Content-Length", "1")).isFalse();
  }

  @Test
  void givesAProgramTheAlertAndTakesItsExitCode() throws Exception {
    Path file = directory.resolve("heard");
    Notice notice = Notice.of(alert(Alert.Level.ERROR, 1)).orElseThrow();
    String command = "cat > " + file + "; echo $MIRRORCORE_ALERT_ID >> " + file;
    assertThat(new Program(command, PATIENCE).deliver(notice)).isEmpty();
    assertThat(Files.readAllLines(file)).containsExactly(notice.body(), notice.id());
    assertThat(new Program("exit 3", PATIENCE).deliver(notice))
        .contains("it ended with exit code 3");
    assertThat(new Program("exec sleep 600", Duration.ofMillis(50)).deliver(notice))
        .contains("it did not end within 50 ms");
  }
}
