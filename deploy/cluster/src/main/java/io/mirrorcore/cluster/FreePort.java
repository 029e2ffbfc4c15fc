package io.mirrorcore.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Finds ports of the loopback interface that nobody listens on.
 *
 * <p>Below the range from which systems take the ports of outgoing connections: a JobManager that
 * is started again must find its port free, or its TaskManagers would never find it.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private FreePort() {}

  /**
   * A free port.
   *
   * @param seed where the search begins; searches with different seeds seldom meet
   */
  public static int find(long seed) {
    int count = LAST - FIRST;
    int begin = (int) Math.floorMod((seed * 0x9E3779B97F4A7C15L) >>> 16, (long) count);
    for (int i = 0; i < count; i++) {
      int port = FIRST + (begin + i) % count;
      if (isFree(port)) {
        return port;
      }
    }
    throw new ClusterException("no port from " + FIRST + " to " + LAST + " is free");
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
