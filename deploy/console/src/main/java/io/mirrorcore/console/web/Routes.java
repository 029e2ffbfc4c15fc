package io.mirrorcore.console.web;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.console.web.EventStream.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;

/** Which address gives what, once it is known that whoever asks may. */
final class Routes extends Handler.Abstract {

  /** A token has no more than this. */
  private static final int MOST_BYTES = 1024;

  private final HostRule hosts;
  private final Gate gate;
  private final Tree tree;
  private final Answers answers;
  private final EventStreams streams;

  Routes(Access access, Tree tree, Answers answers, EventStreams streams) {
    hosts = new HostRule(access);
    gate = new Gate(access.token());
    this.tree = tree;
    this.answers = answers;
    this.streams = streams;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply.secure(response);
    String path = Request.getPathInContext(request);
    if (!hosts.allows(request)) {
      Reply.error(
          response,
          callback,
          421,
          "The console is not known by this name; put it into console.hosts where it should be.");
    } else if (path.equals("/session")) {
      session(request, response, callback);
    } else if (!isRead(request)) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      Reply.error(response, callback, 405, "The console only reads.");
    } else if (path.startsWith("/api/") || path.equals("/events")) {
      data(path, new Exchange(request, response, callback));
    } else {
      file(path, request, response, callback);
    }
    return true;
  }

  private static boolean isRead(Request request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static void file(String path, Request request, Response response, Callback callback) {
    StaticFiles.at(path)
        .ifPresentOrElse(
            file -> Reply.bytes(request, response, callback, file.type(), file.bytes()),
            () -> Reply.error(response, callback, 404, "There is nothing at this address."));
  }

  private void session(Request request, Response response, Callback callback) {
    if (!request.getMethod().equals("POST")) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      Reply.error(response, callback, 405, "A session is begun by POST.");
      return;
    }
    if (isForeign(request)) {
      Reply.error(response, callback, 403, "Another site may not ask.");
      return;
    }
    long length = request.getLength();
    if (length < 0 || length > MOST_BYTES) {
      Reply.error(response, callback, 413, "A token has at most 1024 bytes.");
      return;
    }
    Content.Source.asString(
        request,
        StandardCharsets.UTF_8,
        Promise.from(
            token -> {
              if (gate.admits(token.strip())) {
                response.getHeaders().put(HttpHeader.SET_COOKIE, gate.cookie(request));
                Reply.nothing(response, callback);
              } else {
                Reply.error(response, callback, 403, "This is not the token.");
              }
            },
            callback::failed));
  }

  private void data(String path, Exchange exchange) {
    if (isForeign(exchange.request())) {
      fail(exchange, 403, "Another site may not ask.");
    } else if (!gate.admits(exchange.request())) {
      fail(exchange, 401, "Open the address that the console printed: it carries the token.");
    } else if (path.equals("/events")) {
      events(exchange);
    } else {
      api(path.substring("/api/".length()), exchange);
    }
  }

  /** A page of another site cannot read answers, but could take all streams. */
  private static boolean isForeign(Request request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private void events(Exchange exchange) {
    if (exchange.request().getMethod().equals("HEAD")) {
      Reply.nothing(exchange.response(), exchange.callback());
      return;
    }
    if (!streams.open(exchange, from(exchange.request()))) {
      exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, "5");
      fail(exchange, 503, "As many streams are open as there may be; close a tab.");
    }
  }

  /** The last frame that the reader has: what its browser says, else the address. */
  private long from(Request request) {
    String last = request.getHeaders().get("Last-Event-ID");
    String from = last == null ? parameter(request, "from") : last;
    try {
      return from.isEmpty() ? tree.seq() : Long.parseLong(from);
    } catch (NumberFormatException e) {
      return -1; // of no numbers that are known: it has to begin anew
    }
  }

  private void api(String name, Exchange exchange) {
    Request request = exchange.request();
    Optional<byte[]> body =
        switch (name) {
          case "snapshot" -> Optional.of(tree.snapshot());
          case "check" -> answers.check(parameter(request, "portfolio"));
          case "record" -> answers.record(parameter(request, "portfolio"));
          case "signal" -> answers.signal(parameter(request, "row"), parameter(request, "symbol"));
          default -> Optional.empty();
        };
    body.ifPresentOrElse(
        json -> Reply.json(request, exchange.response(), exchange.callback(), json),
        () -> fail(exchange, 404, "Nothing is known of that yet."));
  }

  private static String parameter(Request request, String name) {
    Fields fields = Request.extractQueryParameters(request);
    String value = fields.getValue(name);
    return value == null ? "" : value;
  }

  private static void fail(Exchange exchange, int status, String sentence) {
    Reply.error(exchange.response(), exchange.callback(), status, sentence);
  }
}
