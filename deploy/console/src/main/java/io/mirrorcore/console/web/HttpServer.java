package io.mirrorcore.console.web;

import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with few threads, one address, and nothing that tells what it is. */
final class HttpServer implements AutoCloseable {

  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;

  private HttpServer(Access access, Handler handler, String name) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName(name);
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(access.bind());
    connector.setPort(access.port());
    server.addConnector(connector);
    server.setHandler(handler);
    server.setErrorHandler(
        (request, response, callback) -> {
          Reply.secure(response);
          Reply.error(response, callback, response.getStatus(), "The request was not understood.");
          return true;
        });
    server.setStopTimeout(0);
  }

  /**
   * Opens it.
   *
   * @param name of its threads
   * @throws IOException where the address or the port cannot be had
   */
  static HttpServer start(Access access, Handler handler, String name) throws IOException {
    HttpServer http = new HttpServer(access, handler, name);
    try {
      http.server.start();
      return http;
    } catch (IOException e) {
      http.close();
      throw e;
    } catch (Exception e) {
      http.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Where it is: {@code http://127.0.0.1:7575/}. */
  URI address() {
    String host =
        connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
    return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }
}
