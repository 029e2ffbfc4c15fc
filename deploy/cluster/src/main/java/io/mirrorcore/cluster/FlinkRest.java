package io.mirrorcore.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Client of the JobManager's REST API, for the few requests that this module makes. */
final class FlinkRest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What every state backend and later versions read: a savepoint may be kept in an archive. */
  private static final String FORMAT = "CANONICAL";

  private static final long ASK_EVERY_MS = 100;
  private static final String CAUSED = "Caused by: ";
  private static final String SERVER_SIDE = "<Exception on server side:";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI base;

  FlinkRest(URI base) {
    this.base = base;
  }

  /** Whether a JobManager answers and has elected itself. */
  boolean answers() {
    try {
      return send(request("/overview").GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What Flink calls the TaskManagers that have registered. */
  Set<String> taskManagers() {
    Set<String> ids = new HashSet<>();
    required(get("/taskmanagers"), "taskmanagers")
        .forEach(one -> ids.add(required(one, "id").asText()));
    return ids;
  }

  List<JobStatus> jobs() {
    List<JobStatus> jobs = new ArrayList<>();
    for (JsonNode job : required(get("/jobs/overview"), "jobs")) {
      String id = required(job, "jid").asText();
      JsonNode checkpoints = get("/jobs/" + id + "/checkpoints").path("counts");
      jobs.add(
          new JobStatus(
              id,
              required(job, "name").asText(),
              required(job, "state").asText(),
              job.at("/tasks/running").asInt(),
              job.at("/tasks/total").asInt(),
              checkpoints.path("completed").asLong(),
              checkpoints.path("restored").asLong()));
    }
    return jobs;
  }

  /** Asks a job to end; it does so later. */
  void cancel(String id) {
    call("/jobs/" + id + "?mode=cancel", "PATCH", Map.of());
  }

  /**
   * Takes a savepoint and waits for it.
   *
   * @param stop whether the job ends with it
   * @return where the savepoint is
   */
  String savepoint(String id, String directory, boolean stop, Duration patience)
      throws InterruptedException {
    JsonNode asked =
        stop
            ? call(
                "/jobs/" + id + "/stop",
                "POST",
                Map.of("targetDirectory", directory, "formatType", FORMAT))
            : call(
                "/jobs/" + id + "/savepoints",
                "POST",
                Map.of("target-directory", directory, "cancel-job", false, "formatType", FORMAT));
    String request = "/jobs/" + id + "/savepoints/" + required(asked, "request-id").asText();
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode answer = get(request);
      if (answer.at("/status/id").asText().equals("COMPLETED")) {
        return location(required(answer, "operation"));
      }
      TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MS);
    }
    throw new ClusterException(
        "the savepoint of job %s took longer than %d s; the job goes on, see %s"
            .formatted(id, patience.toSeconds(), base));
  }

  private JsonNode required(JsonNode answer, String field) {
    if (!answer.hasNonNull(field)) {
      throw new ClusterException(
          "what answers at %s is no JobManager of this version: its answer has no %s"
              .formatted(base, field));
    }
    return answer.get(field);
  }

  private String location(JsonNode operation) {
    JsonNode failure = operation.get("failure-cause");
    if (failure != null) {
      throw new ClusterException(
          "the savepoint failed: " + innermost(failure.path("stack-trace").asText()));
    }
    return required(operation, "location").asText();
  }

  /** What the last cause of a stack trace says, without its class and the frames. */
  static String innermost(String stackTrace) {
    List<String> lines = stackTrace.lines().toList();
    String last = lines.isEmpty() ? "no reason given" : lines.get(0);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i - 1).startsWith(SERVER_SIDE)) {
        last = lines.get(i);
      } else if (lines.get(i).startsWith(CAUSED)) {
        last = lines.get(i).substring(CAUSED.length());
      }
    }
    return last.replaceFirst("^([\\w$]+\\.)+[A-Z][\\w$]*: ", "");
  }

  private JsonNode get(String path) {
    return answer(path, request(path).GET());
  }

  private JsonNode call(String path, String method, Map<String, ?> body) {
    try {
      return answer(
          path,
          request(path)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (IOException e) {
      throw new IllegalStateException("a map cannot be written as JSON", e);
    }
  }

  private JsonNode answer(String path, HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = send(request);
      if (response.statusCode() / 100 != 2) {
        throw new ClusterException(
            "the JobManager at %s refused %s: %s".formatted(base, path, refusal(response)));
      }
      return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new ClusterException("what answers at %s is no JobManager".formatted(base), e);
    } catch (IOException e) {
      throw new ClusterException(
          "no JobManager answers at %s; cluster status shows what is alive, cluster start starts what is not"
              .formatted(base),
          e);
    }
  }

  /**
   * The reason in an answer, which Flink gives as a text with a stack trace in it, or as several.
   */
  private static String refusal(HttpResponse<String> response) {
    StringBuilder said = new StringBuilder();
    try {
      JSON.readTree(response.body())
          .path("errors")
          .forEach(error -> said.append(error.asText()).append('\n'));
    } catch (JsonProcessingException e) {
      said.setLength(0); // a page of something in between
    }
    return said.isEmpty() ? "status " + response.statusCode() : innermost(said.toString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }
}
