package io.mirrorcore.local.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.Alert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WebhookTest {

  private static final byte[] ALERT =
      Json.encode(
          new Alert(
              "main", Alert.Level.ERROR, "DRAWDOWN", Alert.State.FIRING, "it fell", 0.2, 0.1, 1));

  /** The head of an answer comes at once, and the rest of it never. */
  @Test
  void anAnswerThatDoesNotEndIsNoReceipt() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Socket> held = CompletableFuture.supplyAsync(() -> begin(server));
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      Webhook webhook = new Webhook(address, Map.of(), Duration.ofMillis(500));

      assertThat(webhook.deliver(Notice.of(ALERT).orElseThrow()))
          .hasValue("no answer within 500 ms");
      held.join().close();
    }
  }

  private static Socket begin(ServerSocket server) {
    try {
      Socket client = server.accept();
      client
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab"
                  .getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().flush();
      return client;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
