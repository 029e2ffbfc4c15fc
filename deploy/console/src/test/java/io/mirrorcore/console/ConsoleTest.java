package io.mirrorcore.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.portfolio.record.Alert;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server says of a market that was played to it. */
class ConsoleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static CannedConsole console;

  @BeforeAll
  static void play() {
    console = CannedConsole.start().play(150).loaded().signals(3);
    console.alert("LOW_SHARPE", Alert.State.FIRING).alert("DRAWDOWN", Alert.State.FIRING);
    console.alert("DRAWDOWN", Alert.State.RESOLVED).letter(RejectReason.OUT_OF_RANGE, 17);
  }

  @AfterAll
  static void close() {
    console.close();
  }

  @Test
  void tellsWhatIsHeldAndWhy() throws Exception {
    JsonNode now = panels().at("/now/portfolios/main");

    assertThat(now.path("strategies").size()).isEqualTo(CannedMarket.STRATEGIES.size());
    double sum = 0;
    for (JsonNode strategy : now.path("strategies")) {
      sum += strategy.path("weight").asDouble();
    }
    assertThat(sum).isCloseTo(1, Offset.offset(1e-9));
    assertThat(now.path("sentence").asText()).isNotEmpty();
  }

  @Test
  void provesTheNewestWeightsWhenAsked() throws Exception {
    JsonNode check = JSON.readTree(get("api/check?portfolio=main").body());

    assertThat(check.path("outcome").asText()).isEqualTo("PROVEN");
    assertThat(check.path("residual").asDouble()).isLessThanOrEqualTo(1e-8);
    assertThat(check.path("time")).isEqualTo(panels().at("/proof/portfolios/main/time"));
  }

  @Test
  void knowsNoOtherPortfolio() throws Exception {
    HttpResponse<String> answer = get("api/check?portfolio=none");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(answer.body()).path("error").asText()).isNotEmpty();
  }

  @Test
  void keepsWhatFiresApartFromWhatCameAndWent() throws Exception {
    JsonNode alerts = panels().path("alerts");

    assertThat(alerts.path("firing").fieldNames()).toIterable().containsExactly("main|LOW_SHARPE");
    assertThat(alerts.path("recent").size()).isEqualTo(3);
  }

  @Test
  void givesTheLineThatSendsALetterAgain() throws Exception {
    JsonNode reason = panels().at("/letters/reasons/OUT_OF_RANGE");

    assertThat(reason.path("redrive").asText())
        .isEqualTo("./mirrorcore redrive --reason OUT_OF_RANGE --config canned.yaml");
  }

  @Test
  void givesTheAttributesOfASignalToWhoeverAsks() throws Exception {
    String strategy = CannedMarket.STRATEGIES.get(0);

    JsonNode signal = JSON.readTree(get("api/signal?row=" + strategy + "&symbol=SYM1").body());

    assertThat(signal.at("/attributes/fast").asDouble()).isEqualTo(1.5);
    assertThat(panels().path("signals").path("cells").size())
        .isEqualTo(3 * CannedMarket.STRATEGIES.size());
  }

  @Test
  void drawsWhatTheWeightsEarned() {
    await()
        .forever()
        .untilAsserted(
            () -> {
              JsonNode equity = panels().at("/equity/portfolios/main");
              assertThat(equity.path("points").size()).isEqualTo(equity.path("bars").asInt());
              assertThat(equity.path("bars").asInt()).isGreaterThan(60);
            });
  }

  @Test
  void saysLiveWhileBarsCome() {
    console.feed().prices(1);

    await()
        .forever()
        .untilAsserted(() -> assertThat(panels().at("/status/state").asText()).isEqualTo("LIVE"));
  }

  private static JsonNode panels() throws IOException, InterruptedException {
    return JSON.readTree(get("api/snapshot").body()).path("panels");
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = console.address().resolve(path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
