package io.mirrorcore.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * Size, web port and Flink settings of a cluster.
 *
 * @param taskManagers processes that run the jobs' operators, at least 1
 * @param slots of each of them, at least 1: a job of parallelism p needs p slots in all
 * @param webPort of the web UI and the REST API, 0 for a free one
 * @param flink further settings of Flink by key; they win over what this class would choose
 */
public record ClusterSettings(int taskManagers, int slots, int webPort, Map<String, String> flink) {

  public ClusterSettings {
    if (taskManagers < 1) {
      throw new IllegalArgumentException("taskManagers must be at least 1; have " + taskManagers);
    }
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be at least 1; have " + slots);
    }
    if (webPort < 0 || webPort > 65_535) {
      throw new IllegalArgumentException("webPort must be 0 to 65535; have " + webPort);
    }
    flink = new TreeMap<>(flink);
  }
}
