package io.mirrorcore.console.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.console.ConsoleException;
import io.mirrorcore.jobs.report.ReportException;
import io.mirrorcore.jobs.report.SampleReport;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportServerTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  @TempDir private static Path directory;

  private static Path first;
  private static ReportServer one;
  private static ReportServer two;

  @BeforeAll
  static void start() throws Exception {
    first = WrittenRuns.write(directory.resolve("first"), 7, "ensemble: {lambda: 100}\n");
    Path second = WrittenRuns.write(directory.resolve("second"), 8, "ensemble: {lambda: 300}\n");
    one = ReportServer.start(List.of(first), 0);
    two = ReportServer.start(List.of(first, second), 0);
  }

  @AfterAll
  static void close() {
    one.close();
    two.close();
  }

  private static HttpResponse<String> get(ReportServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  @Test
  void oneRunIsItsReportAndSeveralHaveEachTheirOwn() throws Exception {
    assertThat(get(one, "/").body()).contains("<title>main · backtest · MirrorCore-X</title>");
    assertThat(get(two, "/").body())
        .contains("<title>first, second · side by side · MirrorCore-X</title>");
    assertThat(get(two, "/run/1/").body()).isEqualTo(get(one, "/").body());
    assertThat(get(two, "/run/2/").body()).isNotEqualTo(get(one, "/").body());
    for (String nowhere :
        List.of("/run/3/", "/run/0/", "/report.json", "/run/1/../../etc/passwd")) {
      assertThat(get(two, nowhere).statusCode()).as(nowhere).isEqualTo(404);
    }
    assertThat(get(one, "/run/1/").statusCode()).isEqualTo(404);
  }

  @Test
  void aPagesOwnScriptsAloneMayRun() throws Exception {
    for (HttpResponse<String> answer : List.of(get(one, "/"), get(two, "/"))) {
      Matcher scripts = SCRIPT.matcher(answer.body());
      int found = 0;
      while (scripts.find()) {
        byte[] hash =
            MessageDigest.getInstance("SHA-256")
                .digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(policy(answer))
            .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        found++;
      }
      assertThat(found).isEqualTo(2);
      assertThat(policy(answer))
          .startsWith("default-src 'none'; script-src 'sha256-")
          .endsWith("frame-ancestors 'none'")
          .doesNotContain("script-src 'unsafe");
    }
  }

  @Test
  void nobodyElseReadsAndNobodyWrites() throws Exception {
    int port = one.address().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421 ")
          .doesNotContain("<title>");
    }
    HttpRequest post =
        HttpRequest.newBuilder(one.address()).POST(BodyPublishers.ofString("x")).build();
    HttpResponse<String> answer = CLIENT.send(post, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(one.address().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void aPortThatIsTakenIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> ReportServer.start(List.of(first), taken.getLocalPort()))
          .isInstanceOf(ConsoleException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("leave --port out");
    }
  }

  @Test
  void moreRunsThanCanBeToldApartAreRefused() throws Exception {
    Path small = WrittenRuns.write(directory.resolve("small"), SampleReport.of(60), "");
    assertThatThrownBy(() -> ReportServer.start(Collections.nCopies(9, small), 0))
        .isInstanceOf(ReportException.class)
        .hasMessage("at most 8 runs stand side by side; have 9: leave some out");
  }
}
