package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check itself: it tells a socket that everybody can reach from one of this machine only. */
class ListeningSocketsTest {

  private static final long SELF = ProcessHandle.current().pid();

  @BeforeEach
  void onlyWhereLinuxTells() {
    assumeTrue(ListeningSockets.areTold(), "no /proc on this machine: skipped");
  }

  @Test
  void seesASocketOfLoopbackAndOneOfEveryAddress() throws Exception {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket inside = new ServerSocket(0, 1, loopback);
        ServerSocket everywhere = new ServerSocket(0)) {
      assertThat(ListeningSockets.of(SELF))
          .contains(new InetSocketAddress(loopback, inside.getLocalPort()))
          .extracting(InetSocketAddress::getPort)
          .contains(everywhere.getLocalPort());
      assertThat(ListeningSockets.beyondLoopback(SELF))
          .extracting(InetSocketAddress::getPort)
          .contains(everywhere.getLocalPort())
          .doesNotContain(inside.getLocalPort());
    }
  }

  @Test
  void knowsLoopbackOfIpv6() throws Exception {
    byte[] one = new byte[16];
    one[15] = 1;
    InetAddress loopback = InetAddress.getByAddress(one);
    try (ServerSocketChannel channel = ServerSocketChannel.open()) {
      try {
        channel.bind(new InetSocketAddress(loopback, 0));
      } catch (IOException e) {
        assumeTrue(false, "no IPv6 on this machine: skipped");
      }
      InetSocketAddress bound = new InetSocketAddress(loopback, channel.socket().getLocalPort());
      assertThat(ListeningSockets.of(SELF)).contains(bound);
      assertThat(ListeningSockets.beyondLoopback(SELF)).doesNotContain(bound);
    }
  }
}
