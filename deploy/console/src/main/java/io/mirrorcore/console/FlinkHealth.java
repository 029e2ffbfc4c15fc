package io.mirrorcore.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.console.state.Tree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How the job is, as Flink's own REST interface tells it, every few seconds. */
final class FlinkHealth implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PATH = List.of("health", "flink");
  private static final long EVERY_MS = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final URI url;
  private final String name;
  private final Tree tree;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "console-flink");
            made.setDaemon(true);
            return made;
          });

  private FlinkHealth(URI url, String name, Tree tree) {
    this.url = url;
    this.name = name;
    this.tree = tree;
  }

  /**
   * Begins to ask.
   *
   * @param name of the job
   */
  static FlinkHealth start(URI url, String name, Tree tree) {
    FlinkHealth health = new FlinkHealth(url, name, tree);
    Future<?> unused =
        health.thread.scheduleWithFixedDelay(health::ask, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    return health;
  }

  private record Checkpoint(Long completed, Long durationMs, long count, long failed) {}

  private record Task(String name, int parallelism, Double backPressure) {}

  private record Health(
      String url,
      String state,
      String error,
      String job,
      String jobState,
      Long runningSince,
      Long restarts,
      Checkpoint checkpoint,
      List<Task> tasks) {

    static Health unreachable(URI url, String error) {
      return new Health(
          url.toString(), "UNREACHABLE", error, null, null, null, null, null, List.of());
    }
  }

  private void ask() {
    Health health;
    try {
      health = health();
    } catch (IOException | RuntimeException e) {
      health = Health.unreachable(url, "Flink did not answer at " + url + ": " + reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    tree.put(PATH, health);
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private Health health() throws IOException, InterruptedException {
    JsonNode found = null;
    for (JsonNode job : get("jobs/overview").path("jobs")) {
      boolean named = job.path("name").asText().equals(name);
      boolean runs = job.path("state").asText().equals("RUNNING");
      if (found == null || (runs && (named || !isRunning(found)))) {
        found = job;
      }
    }
    if (found == null) {
      return new Health(
          url.toString(), "UP", "Flink runs no job.", null, null, null, null, null, List.of());
    }
    String id = found.path("jid").asText();
    return new Health(
        url.toString(),
        "UP",
        null,
        found.path("name").asText(),
        found.path("state").asText(),
        found.path("start-time").asLong(),
        restarts(id),
        checkpoint(get("jobs/" + id + "/checkpoints")),
        tasks(id));
  }

  private static boolean isRunning(JsonNode job) {
    return job.path("state").asText().equals("RUNNING");
  }

  private Long restarts(String id) throws IOException, InterruptedException {
    JsonNode metrics = get("jobs/" + id + "/metrics?get=numRestarts");
    return metrics.isEmpty() ? null : metrics.get(0).path("value").asLong();
  }

  private static Checkpoint checkpoint(JsonNode checkpoints) {
    JsonNode counts = checkpoints.path("counts");
    JsonNode newest = checkpoints.path("latest").path("completed");
    return new Checkpoint(
        newest.has("latest_ack_timestamp") ? newest.get("latest_ack_timestamp").asLong() : null,
        newest.has("end_to_end_duration") ? newest.get("end_to_end_duration").asLong() : null,
        counts.path("completed").asLong(),
        counts.path("failed").asLong());
  }

  private List<Task> tasks(String id) throws IOException, InterruptedException {
    List<Task> tasks = new ArrayList<>();
    for (JsonNode vertex : get("jobs/" + id).path("vertices")) {
      JsonNode pressure =
          get("jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/backpressure");
      double most = -1;
      for (JsonNode subtask : pressure.path("subtasks")) {
        most = Math.max(most, subtask.path("ratio").asDouble(-1));
      }
      tasks.add(
          new Task(
              vertex.path("name").asText(),
              vertex.path("parallelism").asInt(),
              most < 0 ? null : most));
    }
    return tasks;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    String base = url.toString().endsWith("/") ? url.toString() : url + "/";
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode() + " for " + path);
    }
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
