package io.mirrorcore.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One stream of events, read in the test's own thread. */
final class EventReader implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final InputStream body;
  private final BufferedReader lines;

  /**
   * @param event its name
   * @param data what it holds
   */
  record Event(String event, String data) {}

  private EventReader(InputStream body) {
    this.body = body;
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** Opens one as a browser that comes back does. */
  static EventReader open(URI console, long lastEventId) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(console.resolve("events"))
            .header("Last-Event-ID", Long.toString(lastEventId))
            .build();
    HttpResponse<InputStream> response =
        CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return new EventReader(response.body());
  }

  /** The next one, for which it waits. */
  Event next() {
    String event = "message";
    StringBuilder data = new StringBuilder();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && data.length() > 0) {
          return new Event(event, data.toString());
        } else if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          data.append(line.substring("data: ".length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the stream has ended");
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
