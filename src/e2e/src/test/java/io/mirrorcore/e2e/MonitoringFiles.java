package io.mirrorcore.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules and the dashboard that the project ships. */
final class MonitoringFiles {

  static final Path ROOT = Path.of("..", "..");
  static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
  static final Path RULES = PROMETHEUS.resolve("rules.yaml");
  private static final Path DASHBOARD = ROOT.resolve("deploy/grafana/mirrorcore.json");
  private static final Pattern NAME = Pattern.compile("\\bflink_\\w+");

  private MonitoringFiles() {}

  static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(DASHBOARD.toFile());
  }

  /** Every query of the dashboard, with a value for each of Grafana's variables. */
  static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    dashboard()
        .findValuesAsText("expr")
        .forEach(
            query ->
                queries.add(
                    query
                        .replace("$__rate_interval", "1m")
                        .replace("$__range", "1h")
                        .replace("$job", ".*")));
    return queries;
  }

  /** Names of all metrics that rules and dashboard ask for. */
  static Set<String> metrics() throws IOException {
    Set<String> names = new TreeSet<>();
    Stream.of(Files.readString(RULES), dashboard().toString())
        .flatMap(text -> NAME.matcher(text).results())
        .map(MatchResult::group)
        .forEach(names::add);
    return names;
  }
}
