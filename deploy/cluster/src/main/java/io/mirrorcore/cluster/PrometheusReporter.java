package io.mirrorcore.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * Flink's settings that let each of its processes serve its metrics to Prometheus, at {@code
 * /metrics} of a port. The reporter listens on all addresses, for its factory knows only a port: it
 * is off unless asked for.
 */
public final class PrometheusReporter {

  private static final String PREFIX = "metrics.reporter.prom.";

  private PrometheusReporter() {}

  /**
   * The settings. Without what is left out here a scrape is four times as large: the clients' own
   * metrics, and labels that only repeat the names.
   *
   * @param ports one port, or a range such as {@code 9249-9260} of which every process takes the
   *     first that is free
   * @throws IllegalArgumentException when it is neither
   */
  public static Map<String, String> settings(String ports) {
    requirePorts(ports);
    Map<String, String> all = new TreeMap<>();
    all.put("metrics.reporters", "prom");
    all.put(
        PREFIX + "factory.class", "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    all.put(PREFIX + "port", ports);
    all.put(PREFIX + "filterLabelValueCharacters", "false");
    all.put(
        PREFIX + "scope.variables.excludes",
        "job_id;task_id;task_attempt_id;task_attempt_num;operator_id");
    all.put(PREFIX + "filter.excludes", "*.KafkaProducer*:*;*.KafkaConsumer*:*;*.Shuffle.*:*");
    return all;
  }

  private static void requirePorts(String ports) {
    String[] ends = ports.split("-", -1);
    boolean valid = ends.length <= 2;
    int last = -1;
    for (String end : ends) {
      valid &= end.matches("\\d{1,5}") && Integer.parseInt(end) <= 65_535;
      valid = valid && Integer.parseInt(end) >= last;
      last = valid ? Integer.parseInt(end) : last;
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "metrics ports must be a port or a range like 9249-9260; have " + ports);
    }
  }
}
