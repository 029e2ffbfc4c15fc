package io.mirrorcore.console.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves finished pages to this machine alone: each as it is, under a policy of its own. */
public final class PageServer implements AutoCloseable {

  private static final String HTML = "text/html; charset=utf-8";

  private static final String ICON = "/favicon.ico";

  private final HttpServer http;

  private PageServer(HttpServer http) {
    this.http = http;
  }

  /**
   * One page.
   *
   * @param html all of it
   * @param policy its Content-Security-Policy, to which is added that nobody may show it in theirs
   */
  public record Page(String html, String policy) {}

  /**
   * Opens it, at the loopback address.
   *
   * @param port 0 for any that is free
   * @param pages by address, as {@code /} or {@code /run/1/}
   * @throws IOException where the port cannot be had
   */
  public static PageServer start(int port, Map<String, Page> pages) throws IOException {
    Access access = new Access("127.0.0.1", port, Optional.empty(), List.of());
    return new PageServer(HttpServer.start(access, new Pages(access, pages), "report"));
  }

  /** Where it is. */
  public URI address() {
    return http.address();
  }

  @Override
  public void close() {
    http.close();
  }

  private static final class Pages extends Handler.Abstract {

    private final HostRule hosts;
    private final Map<String, Page> pages;

    Pages(Access access, Map<String, Page> pages) {
      hosts = new HostRule(access);
      this.pages = new LinkedHashMap<>(pages);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Reply.secure(response);
      String method = request.getMethod();
      Page page = pages.get(Request.getPathInContext(request));
      if (!hosts.allows(request)) {
        Reply.error(response, callback, 421, "This server is not known by this name.");
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        Reply.error(response, callback, 405, "There is nothing here but pages to read.");
      } else if (Request.getPathInContext(request).equals(ICON)) {
        Reply.nothing(response, callback); // every browser asks, and would complain of a 404
      } else if (page == null) {
        Reply.error(response, callback, 404, "There is nothing at this address.");
      } else {
        response
            .getHeaders()
            .put("Content-Security-Policy", page.policy() + "; frame-ancestors 'none'");
        Reply.bytes(
            request, response, callback, HTML, page.html().getBytes(StandardCharsets.UTF_8));
      }
      return true;
    }
  }
}
