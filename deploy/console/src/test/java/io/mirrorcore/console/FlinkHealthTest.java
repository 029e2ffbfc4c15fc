package io.mirrorcore.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.mirrorcore.console.state.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Flink's REST interface says, as the page is told it. */
class FlinkHealthTest {

  private final Map<String, String> answers = new TreeMap<>();
  private HttpServer flink;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    flink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    flink.createContext(
        "/",
        exchange -> {
          byte[] body =
              answers
                  .getOrDefault(exchange.getRequestURI().toString(), "{}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    flink.start();
    url = URI.create("http://127.0.0.1:" + flink.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    flink.stop(0);
  }

  @Test
  void tellsOfTheJobOfThatNameThatRuns() throws IOException {
    answers.put(
        "/jobs/overview",
        """
        {"jobs":[{"jid":"a","name":"other","state":"RUNNING","start-time":5},
                 {"jid":"b","name":"mine","state":"FAILED","start-time":6},
                 {"jid":"c","name":"mine","state":"RUNNING","start-time":7}]}
        """);
    answers.put("/jobs/c/metrics?get=numRestarts", "[{\"id\":\"numRestarts\",\"value\":\"3\"}]");
    answers.put(
        "/jobs/c/checkpoints",
        """
        {"counts":{"completed":12,"failed":1},
         "latest":{"completed":{"latest_ack_timestamp":99,"end_to_end_duration":17}}}
        """);
    answers.put(
        "/jobs/c", "{\"vertices\":[{\"id\":\"v\",\"name\":\"strategies\",\"parallelism\":2}]}");
    answers.put(
        "/jobs/c/vertices/v/backpressure", "{\"subtasks\":[{\"ratio\":0.1},{\"ratio\":0.6}]}");

    JsonNode health = health();

    assertThat(health.path("state").asText()).isEqualTo("UP");
    assertThat(health.path("runningSince").asLong()).isEqualTo(7);
    assertThat(health.path("restarts").asLong()).isEqualTo(3);
    assertThat(health.at("/checkpoint/completed").asLong()).isEqualTo(99);
    assertThat(health.at("/checkpoint/failed").asLong()).isEqualTo(1);
    assertThat(health.at("/tasks/0/backPressure").asDouble()).isEqualTo(0.6);
  }

  @Test
  void saysWhenThereIsNoJobOrNoFlink() throws IOException {
    answers.put("/jobs/overview", "{\"jobs\":[]}");
    assertThat(health().path("error").asText()).isEqualTo("Flink runs no job.");

    flink.stop(0);

    assertThat(health().path("state").asText()).isEqualTo("UNREACHABLE");
    assertThat(health().path("error").asText()).contains(url.toString());
  }

  /** As it is told to a page that has just been opened. */
  private JsonNode health() throws IOException {
    Tree tree = new Tree(1);
    try (FlinkHealth health = FlinkHealth.start(url, "mine", tree)) {
      await().forever().until(tree::flush);
    }
    return new ObjectMapper().readTree(tree.snapshot()).at("/panels/health/flink");
  }
}
