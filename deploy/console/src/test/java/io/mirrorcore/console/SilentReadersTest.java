package io.mirrorcore.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.console.web.Access;
import io.mirrorcore.console.web.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Readers that never read cost nobody else anything, and are let go. */
class SilentReadersTest {

  private static final int READERS = 40;
  private static final Limits QUICK =
      new Limits(Duration.ofMillis(20), Duration.ofSeconds(15), Duration.ofMillis(400), 64);

  @Test
  void fortyReadersThatNeverReadAreLetGoWhileAnotherReadsOn() throws Exception {
    Access access = new Access("127.0.0.1", 0, Optional.empty(), List.of());
    List<Socket> silent = new ArrayList<>();
    try (CannedConsole console = CannedConsole.start(access, QUICK).play(40).loaded()) {
      EventReader reader = EventReader.open(console.address(), 0);
      for (int i = 0; i < READERS; i++) {
        silent.add(silentReader(console.address()));
      }
      await().forever().until(() -> console.streams() == READERS + 1);

      int turn = 0;
      while (console.streams() > 1) {
        turn++;
        for (int s = 0; s < 60; s++) {
          for (String strategy : CannedMarket.STRATEGIES) {
            console.signal(strategy, "SYM" + s + "x".repeat(200), ((turn + s) % 5 - 2) / 2.0);
          }
        }
        assertThat(reader.next().event()).isIn("hello", "delta", "resync");
      }

      assertThat(console.streams()).isEqualTo(1);
      assertThat(threads()).isLessThanOrEqualTo(20);
      assertThat(reader.next().data()).isNotEmpty();
      reader.close();
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static Socket silentReader(URI console) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), console.getPort()));
    String request =
        "GET /events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nLast-Event-ID: 0\r\n\r\n"
            .formatted(console.getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Those of the console. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("console"))
        .count();
  }
}
