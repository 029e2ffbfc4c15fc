package io.mirrorcore.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.console.web.Access;
import io.mirrorcore.console.web.ConsoleAccessException;
import io.mirrorcore.console.web.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets what, and what nobody gets. */
class SecurityTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static CannedConsole open;
  private static CannedConsole locked;

  @BeforeAll
  static void start() {
    open = CannedConsole.start().play(1).loaded();
    locked =
        CannedConsole.start(
            new Access("127.0.0.1", 0, Optional.of(TOKEN), List.of("desk.example")), Limits.USUAL);
  }

  @AfterAll
  static void close() {
    open.close();
    locked.close();
  }

  @Test
  void answersNobodyWhoAsksByAnotherName() throws Exception {
    for (String path : List.of("/", "/api/snapshot", "/events", "/session")) {
      assertThat(raw(open, "GET " + path, "Host: evil.example"))
          .as(path)
          .startsWith("HTTP/1.1 421 ")
          .doesNotContain("epoch");
    }
  }

  @Test
  void answersByTheNamesOfThisMachineAndThoseConfigured() throws Exception {
    for (String name : List.of("127.0.0.1", "localhost", "LOCALHOST", "[::1]")) {
      assertThat(raw(open, "GET /api/snapshot", "Host: " + name)).startsWith("HTTP/1.1 200 ");
    }
    assertThat(raw(locked, "GET /api/snapshot", "Host: desk.example:80"))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void refusesToBeReachedByOthersWithoutAToken() {
    for (String bind : List.of("0.0.0.0", "::", "192.0.2.1")) {
      assertThatThrownBy(() -> new Access(bind, 0, Optional.empty(), List.of()))
          .isInstanceOf(ConsoleAccessException.class)
          .hasMessageContaining("console.token")
          .hasMessageContaining(bind);
    }
    assertThatThrownBy(() -> new Access("127.0.0.1", 0, Optional.of("short"), List.of()))
        .hasMessageContaining("at least 16")
        .hasMessageNotContaining("short");
  }

  @Test
  void sendsTheSameHeadersWithEverything() throws Exception {
    for (String path : List.of("report/format.js", "api/snapshot", "nothing", "api/nothing")) {
      HttpResponse<String> answer = get(open, path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .isEqualTo(
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
                  + " 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void onlyReads() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      assertThat(send(open, "api/snapshot", method, "").statusCode()).as(method).isEqualTo(405);
      assertThat(send(open, "", method, "").statusCode()).as(method).isEqualTo(405);
    }
  }

  @Test
  void leadsNowhereButToItsOwnFiles() throws Exception {
    for (String path :
        List.of(
            "/page/../../../../etc/passwd",
            "/page/%2e%2e/Console.class",
            "/report/..%2fPageData.class",
            "/report/PageData.class",
            "/uplot/../LICENSE",
            "//etc/passwd",
            "/page/")) {
      assertThat(raw(open, "GET " + path, "Host: localhost"))
          .as(path)
          .containsPattern("^HTTP/1.1 4");
    }
  }

  @Test
  void servesTheReportsScriptsAndTheCharts() throws Exception {
    assertThat(get(open, "report/format.js").body()).contains("function number");
    assertThat(get(open, "uplot/uPlot.iife.min.js").body()).contains("uPlot");
    assertThat(get(open, "uplot/uPlot.min.css").headers().firstValue("Content-Type"))
        .hasValue("text/css; charset=utf-8");
  }

  @Test
  void exchangesTheTokenForACookieThatScriptsDoNotSee() throws Exception {
    assertThat(get(locked, "api/snapshot").statusCode()).isEqualTo(401);
    assertThat(get(locked, "events").statusCode()).isEqualTo(401);
    assertThat(send(locked, "session", "POST", TOKEN.replace('0', '1')).statusCode())
        .isEqualTo(403);

    HttpResponse<String> session = send(locked, "session", "POST", TOKEN);

    assertThat(session.statusCode()).isEqualTo(204);
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(TOKEN);
    assertThat(withCookie(cookie.substring(0, cookie.indexOf(';'))).statusCode()).isEqualTo(200);
    assertThat(withCookie(cookie.substring(0, cookie.indexOf('=')) + "=" + TOKEN).statusCode())
        .isEqualTo(401);
  }

  @Test
  void carriesTheTokenBehindTheHashOfItsLink() {
    assertThat(locked.link()).isEqualTo(locked.address() + "#token=" + TOKEN);
    assertThat(open.link()).isEqualTo(open.address().toString());
  }

  @Test
  void readsNoTokenThatIsTooLongToBeOne() throws Exception {
    assertThat(send(locked, "session", "POST", "x".repeat(5_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void tellsAnotherSitesPageNothing() throws Exception {
    assertThat(raw(open, "GET /api/snapshot", "Host: localhost\r\nSec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403 ");
  }

  @Test
  void leavesMarkupInASymbolTheTextThatItIs() throws Exception {
    String symbol = "<img src=x onerror=alert(1)>";
    open.signal("UT_BOT", symbol, 1);

    HttpResponse<String> snapshot = get(open, "api/snapshot");

    assertThat(snapshot.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(
            new ObjectMapper().readTree(snapshot.body()).at("/panels/signals/symbols").toString())
        .contains(symbol);
  }

  @Test
  void opensNoMoreStreamsThanItMay() throws Exception {
    Limits two =
        new Limits(Duration.ofMillis(50), Duration.ofSeconds(15), Duration.ofSeconds(10), 2);
    Access access = new Access("127.0.0.1", 0, Optional.empty(), List.of());
    try (CannedConsole few = CannedConsole.start(access, two);
        EventReader first = EventReader.open(few.address(), 0);
        EventReader second = EventReader.open(few.address(), 0)) {
      assertThat(first.next().event()).isEqualTo("hello");
      assertThat(second.next().event()).isEqualTo("hello");
      assertThatThrownBy(() -> EventReader.open(few.address(), 0)).hasMessageContaining("503");
    }
  }

  @Test
  void saysWhichPortCannotBeHad() {
    int taken = open.address().getPort();
    assertThatThrownBy(() -> CannedConsole.start(taken))
        .isInstanceOf(ConsoleException.class)
        .hasMessageContaining("port " + taken)
        .hasMessageContaining("console.port");
  }

  private static HttpResponse<String> get(CannedConsole console, String path)
      throws IOException, InterruptedException {
    return send(console, path, "GET", "");
  }

  private static HttpResponse<String> send(
      CannedConsole console, String path, String method, String body)
      throws IOException, InterruptedException {
    URI address = console.address().resolve(path.isEmpty() ? "/" : path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> withCookie(String cookie)
      throws IOException, InterruptedException {
    URI address = locked.address().resolve("api/snapshot");
    return CLIENT.send(
        HttpRequest.newBuilder(address).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** As no well-behaved client would ask. */
  private static String raw(CannedConsole console, String line, String headers) throws IOException {
    int port = console.address().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = line + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
