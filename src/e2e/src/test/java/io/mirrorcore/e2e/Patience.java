package io.mirrorcore.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Limits that Flink and Kafka set by the clock, so high that a slow machine or a busy one does not
 * break them. A test waits for what happens, without a limit of its own: what ends one that hangs
 * is the limit that the build gives every test.
 */
final class Patience {

  /** Lines of a configuration of the project, for every client of Kafka. */
  static final List<String> KAFKA = List.of("kafka.default.api.timeout.ms: 1200000");

  private static final String LONG = "20 min";

  private Patience() {}

  /**
   * Settings of Flink for a cluster of processes, with {@code more} of them. Only heartbeats have a
   * limit that is soon over: a TaskManager learns by nothing else that its JobManager has died. One
   * that is missed because the machine is busy starts the job anew, which costs time and no record.
   */
  static Map<String, String> flink(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(more);
    all.put("heartbeat.interval", "1s");
    all.put("heartbeat.timeout", "20s");
    // Short lives of much code: the second compiler would cost more than it saves.
    all.put("env.java.opts.all", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    for (String key :
        List.of(
            "pekko.ask.timeout",
            "web.timeout",
            "client.timeout",
            "rest.connection-timeout",
            "slot.request.timeout")) {
      all.put(key, LONG);
    }
    return all;
  }
}
