package io.mirrorcore.e2e;

import static org.awaitility.Awaitility.await;

import io.mirrorcore.cluster.ClusterProcess;
import io.mirrorcore.cluster.FlinkCluster;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Prometheus gets of every living process of a cluster: by process, in its text format. */
final class Scrape {

  private static final Pattern PORT =
      Pattern.compile("PrometheusReporter HTTP server on port (\\d+)");
  private static final Pattern NAME = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ]");

  private final Map<String, String> texts;

  private Scrape(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Ports that are free now, one for each process and for those that take its place. */
  static String ports() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      int first = Math.min(free.getLocalPort(), 65_000);
      return first + "-" + (first + 100);
    }
  }

  /** Of a cluster whose processes have chosen their ports from a range. */
  static Scrape of(FlinkCluster cluster) {
    Map<String, String> texts = new TreeMap<>();
    for (ClusterProcess process : cluster.processes()) {
      Path log = cluster.directory().resolve("log").resolve(process.name() + ".log");
      texts.put(process.name(), await().forever().until(() -> ask(log), text -> !text.isEmpty()));
    }
    return new Scrape(texts);
  }

  /** A process that has died has left an older port in the same log. */
  private static String ask(Path log) throws IOException, InterruptedException {
    List<String> ports =
        PORT.matcher(Files.readString(log)).results().map(found -> found.group(1)).toList();
    if (ports.isEmpty()) {
      return "";
    }
    URI address = URI.create("http://127.0.0.1:" + ports.get(ports.size() - 1) + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }

  /** Names of all samples. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    texts.values().stream()
        .flatMap(text -> NAME.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .forEach(names::add);
    return names;
  }

  /** Size of the largest answer, bytes. */
  int largest() {
    return texts.values().stream().mapToInt(String::length).max().orElse(0);
  }
}
