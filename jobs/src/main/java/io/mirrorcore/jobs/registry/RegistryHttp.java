package io.mirrorcore.jobs.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.wire.format.RegistryException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

/** Questions to a schema registry; whatever is no answer is a sentence about why. */
final class RegistryHttp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_SHOWN = 200;

  private final String url;
  private final String authorization;

  /**
   * @param authorization value of the header; null for none. It is in no message
   */
  RegistryHttp(String url, String authorization) {
    this.url = url;
    this.authorization = authorization;
  }

  /**
   * An answer.
   *
   * @param status 200, or 404
   * @param body of the answer; empty where it is no JSON
   */
  record Answer(int status, JsonNode body) {

    /** Whether it is the registry itself that knows nothing of what was asked for. */
    boolean isUnknown(int... codes) {
      int code = body.path("error_code").asInt();
      return status == 404 && Arrays.stream(codes).anyMatch(one -> one == code);
    }
  }

  Answer get(String path) {
    return ask(path, request(path).GET().build());
  }

  Answer post(String path, JsonNode body) {
    return ask(
        path,
        request(path)
            .header("Content-Type", TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("Accept", TYPE);
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  /** Schemas never change and are asked for once: a client that is kept would keep its threads. */
  private Answer ask(String path, HttpRequest request) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      return read(path, client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw failure("does not answer (" + why + "): is it running, and is its address right?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for: the job was stopped", e);
    }
  }

  private Answer read(String path, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 401 || status == 403) {
      throw failure(
          "refuses who asks (HTTP %d for %s): see format.registry-authorization and the rights there"
              .formatted(status, path),
          null);
    }
    if (status != 200 && status != 404) {
      throw failure(
          "answers %s with HTTP %d: %s".formatted(path, status, shown(response.body())), null);
    }
    return new Answer(status, json(response.body()));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static String shown(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "...";
  }

  /** An error that says which registry. */
  RegistryException failure(String what, Throwable cause) {
    return new RegistryException("the schema registry at " + url + " " + what, cause);
  }
}
