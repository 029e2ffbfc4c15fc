package io.mirrorcore.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ConnectionProbeTest {

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static String address(ServerSocket listener) {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  @Test
  void findsNobodyWhereNothingListens() throws IOException {
    ServerSocket listener = listener();
    listener.close();

    assertThat(ConnectionProbe.at(address(listener))).isEqualTo(ConnectionProbe.NOBODY);
  }

  @Test
  void doesNotTakeSlownessForPlaintext() throws IOException {
    try (ServerSocket silent = listener()) {
      assertThat(ConnectionProbe.at(address(silent))).isEqualTo(ConnectionProbe.SILENT);
    }
  }

  @Test
  void tellsAListenerThatHangsUpOnTls() throws Exception {
    try (ServerSocket listener = listener()) {
      Thread hangsUp = new Thread(() -> acceptAndClose(listener));
      hangsUp.start();

      assertThat(ConnectionProbe.at(address(listener))).isEqualTo(ConnectionProbe.PLAINTEXT);
      hangsUp.join();
    }
  }

  private static void acceptAndClose(ServerSocket listener) {
    try {
      listener.accept().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
