package io.mirrorcore.console.web;

import io.mirrorcore.console.state.Tree;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server with its threads, of which there are the same few however many people look on. */
public final class WebServer implements AutoCloseable {

  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;
  private final EventStreams streams;

  private WebServer(Access access, Tree tree, Answers answers, Limits limits) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("console");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(access.bind());
    connector.setPort(access.port());
    server.addConnector(connector);
    streams = new EventStreams(tree, limits, System::nanoTime);
    server.setHandler(new Routes(access, tree, answers, streams));
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
   * @throws IOException where the address or the port cannot be had
   */
  public static WebServer start(Access access, Tree tree, Answers answers, Limits limits)
      throws IOException {
    WebServer web = new WebServer(access, tree, answers, limits);
    try {
      web.server.start();
      return web;
    } catch (IOException e) {
      web.close();
      throw e;
    } catch (Exception e) {
      web.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Where it is: {@code http://127.0.0.1:7575/}. */
  public URI address() {
    String host =
        connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
    return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
  }

  /** Lets every stream send what is new to it; often. */
  public void look() {
    streams.look();
  }

  /** Streams that are open. */
  public int streams() {
    return streams.count();
  }

  @Override
  public void close() {
    streams.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the console's server did not stop", e);
    }
  }
}
