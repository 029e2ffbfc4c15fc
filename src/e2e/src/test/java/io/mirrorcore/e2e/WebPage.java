package io.mirrorcore.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * Flink's own page as a script of another page sees it.
 *
 * @param base where it is
 */
record WebPage(URI base) {

  /** An origin that nobody trusts. */
  static final String STRANGER = "https://stranger.example";

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return client.send(request.header("Origin", STRANGER).build(), BodyHandlers.ofString());
  }

  /** The origins whose scripts may read what it answers. */
  List<String> originsServed() throws IOException, InterruptedException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/config")));
    if (answer.statusCode() != 200 || !answer.body().contains("flink-version")) {
      throw new IOException("no page of Flink: " + answer + ' ' + answer.body());
    }
    return answer.headers().allValues("Access-Control-Allow-Origin");
  }

  /** The status of the question for the jars that have been uploaded. */
  int jars() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve("/jars"))).statusCode();
  }

  /** The status of an attempt to upload a jar, in a request that needs no one's leave. */
  int upload() throws IOException, InterruptedException {
    String body =
        """
        --part\r
        Content-Disposition: form-data; name="jarfile"; filename="any.jar"\r
        Content-Type: application/x-java-archive\r
        \r
        PK\r
        --part--\r
        """;
    return send(HttpRequest.newBuilder(base.resolve("/jars/upload"))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }
}
