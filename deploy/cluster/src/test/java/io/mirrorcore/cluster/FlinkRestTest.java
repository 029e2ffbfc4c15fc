package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlinkRestTest {

  private HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  /** Somebody who answers everything alike. */
  private FlinkRest answering(int status, String body) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return new FlinkRest(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | {"errors":["Job 1 not found\\n\\tat a.B.c(B.java:1)"]}            | Job 1 not found
          500 | {"errors":["Internal server error.","<Exception on server side:\\njava.io.IOException: disk is full\\n\\tat a.B.c(B.java:1)\\n\\nEnd of exception on server side>"]} | disk is full
          500 | {"errors":["<Exception on server side:\\na.B: x\\n\\tat a.B\\nCaused by: a.b.C: the true reason\\n\\tat"]} | the true reason
          502 | <html>\\nbad gateway\\n</html>                                      | status 502
          200 | {}                                                                  | has no request-id
          200 | {"request-id":null}                                                 | has no request-id
          200 | <html>                                                              | is no JobManager
          """)
  void everyAnswerToASavepointIsOneSentence(int status, String body, String reason)
      throws IOException {
    FlinkRest rest = answering(status, body);

    assertThatThrownBy(() -> rest.savepoint("1", "file:///x", true, Duration.ofSeconds(1)))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\n", "\tat", "Exception");
  }

  @Test
  void whatIsNoListOfJobsIsSaidToBeNone() throws IOException {
    FlinkRest rest = answering(200, "{\"jobs\":[{}]}");

    assertThatThrownBy(rest::jobs)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("has no jid");
  }

  @Test
  void findsTheReasonInAStackTrace() {
    assertThat(
            FlinkRest.innermost(
                """
                org.apache.flink.client.program.ProgramInvocationException: The main method failed.
                \tat org.example.Main.main(Main.java:1)
                Caused by: io.mirrorcore.jobs.kafka.BrokerException: No Kafka broker answered: none
                \tat org.example.Main.main(Main.java:2)
                \t... 3 more
                """))
        .isEqualTo("No Kafka broker answered: none");
    assertThat(FlinkRest.innermost("java.io.IOException: disk is full")).isEqualTo("disk is full");
    assertThat(FlinkRest.innermost("io.mirrorcore.jobs.cli.CommandFailure: cannot read a.csv: no"))
        .isEqualTo("cannot read a.csv: no");
    assertThat(FlinkRest.innermost("cannot read a.csv: no")).isEqualTo("cannot read a.csv: no");
    assertThat(FlinkRest.innermost("")).isEqualTo("no reason given");
  }
}
