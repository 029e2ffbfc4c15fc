package io.mirrorcore.local.deliver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A web address that alerts are posted to as JSON, with the id as {@code Idempotency-Key}. An
 * answer of 200 to 299 is a receipt; no redirection is followed, since who answers there was not
 * chosen.
 */
public final class Webhook implements Receiver {

  private static final int OK = 200;
  private static final int OK_END = 300;

  private final HttpClient client;
  private final URI address;
  private final Map<String, String> headers;
  private final Duration timeout;

  /**
   * @param address http or https, perhaps with a secret in its path: only its host is ever said
   * @param headers besides
   * @param timeout of one try
   */
  public Webhook(URI address, Map<String, String> headers, Duration timeout) {
    this.address = address;
    this.headers = Map.copyOf(headers);
    this.timeout = timeout;
    client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /** Whether a request may have this header. */
  public static boolean isHeader(String name, String value) {
    try {
      HttpRequest.newBuilder().setHeader(name, value);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // its message has the value
    }
  }

  @Override
  public Optional<String> deliver(Notice notice) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", notice.id())
            .POST(BodyPublishers.ofString(notice.body()));
    headers.forEach(request::setHeader);
    // The request's own timeout ends with the head of an answer: a body may still never end.
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request.build(), BodyHandlers.discarding());
    try {
      int code = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return code >= OK && code < OK_END ? Optional.empty() : Optional.of("it answered " + code);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Optional.of("no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return Optional.of(
          e.getCause() instanceof HttpTimeoutException
              ? "no answer within " + timeout.toMillis() + " ms"
              : "no connection (" + e.getCause().getClass().getSimpleName() + ")");
    }
  }

  @Override
  public String name() {
    return address.getScheme() + "://" + address.getHost();
  }
}
