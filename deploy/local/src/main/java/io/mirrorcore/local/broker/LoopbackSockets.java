package io.mirrorcore.local.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Server sockets of the loopback interface that are bound before the broker is configured.
 *
 * <p>The controller's port must stand in the configuration before anything listens on it. Finding a
 * free port, letting it go and binding it again can lose it to another process, and Kafka answers
 * that with the end of the JVM. So the sockets are bound first, to whatever port is free, and
 * handed to the broker as they are.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {

  static final String HOST = "127.0.0.1";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Map<Integer, ServerSocketChannel> bound = new ConcurrentHashMap<>();

  /** Binds a free port and keeps it until the broker asks for it. */
  int bind() throws IOException {
    return bind(0);
  }

  /** Binds one port, or a free one for 0, and keeps it until the broker asks for it. */
  int bind(int wanted) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), wanted));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    int port = channel.socket().getLocalPort();
    bound.put(port, channel);
    return port;
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listenerName, InetSocketAddress address, int backlog, int receiveBufferBytes)
      throws IOException {
    ServerSocketChannel channel = bound.remove(address.getPort());
    if (channel == null) {
      throw new IOException("port " + address.getPort() + " of " + listenerName + " is not bound");
    }
    channel.configureBlocking(false);
    return channel;
  }

  /** Lets go of the ports that no broker asked for. */
  @Override
  public void close() throws IOException {
    for (ServerSocketChannel channel : bound.values()) {
      channel.close();
    }
    bound.clear();
  }
}
