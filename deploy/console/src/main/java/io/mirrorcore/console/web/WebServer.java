package io.mirrorcore.console.web;

import io.mirrorcore.console.state.Tree;
import java.io.IOException;
import java.net.URI;

/** The server with its threads, of which there are the same few however many people look on. */
public final class WebServer implements AutoCloseable {

  private final HttpServer http;
  private final EventStreams streams;

  private WebServer(HttpServer http, EventStreams streams) {
    this.http = http;
    this.streams = streams;
  }

  /**
   * Opens it.
   *
   * @throws IOException where the address or the port cannot be had
   */
  public static WebServer start(Access access, Tree tree, Answers answers, Limits limits)
      throws IOException {
    EventStreams streams = new EventStreams(tree, limits, System::nanoTime);
    try {
      Routes routes = new Routes(access, tree, answers, streams);
      return new WebServer(HttpServer.start(access, routes, "console"), streams);
    } catch (IOException e) {
      streams.close();
      throw e;
    }
  }

  /** Where it is: {@code http://127.0.0.1:7575/}. */
  public URI address() {
    return http.address();
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
    http.close();
  }
}
