package io.mirrorcore.console.panel;

import io.mirrorcore.console.feed.Heard;
import io.mirrorcore.console.feed.InputEnd;
import io.mirrorcore.console.state.Tree;
import io.mirrorcore.jobs.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the page can be believed: what has come in and when, and one word for it. Ages are
 * counted on one clock, this machine's, from when something was seen to grow; so it does not matter
 * whose clock stamped it, or whether the market is one of years ago.
 */
final class StatusPanel {

  private static final String NAME = "status";

  /** Bars of silence that are too many. */
  private static final int SILENT_BARS = 3;

  /** Of a replay nobody knows how long a bar takes. */
  private static final long SILENT_REPLAY_MS = 10_000;

  /** A bar that arrives later than this after its close, in bars and at least, is of a replay. */
  private static final int LATE_BARS = 3;

  private static final long LATE_MS = 60_000;

  /** Of each bar, when it is computed. */
  private static final Set<Topic> OF_BARS = Set.of(Topic.PERFORMANCE, Topic.WEIGHTS);

  private final Tree tree;
  private final long intervalMs;
  private final Map<String, Input> inputs = new TreeMap<>();
  private final Map<String, Output> outputs = new TreeMap<>();
  private final long started;
  private double share;
  private String error;
  private boolean replay;
  private String state;
  private long refused;

  StatusPanel(Tree tree, Subject subject, long now) {
    this.tree = tree;
    intervalMs = subject.intervalMs();
    started = now;
    put("job", subject.job());
    put("version", subject.version());
    put("intervalMs", intervalMs);
    put("historyMs", subject.historyMs());
    put("started", now);
    put("inputs", Map.of());
    put("outputs", Map.of());
    put("missing", List.of());
    tick(now);
  }

  /**
   * What the page is of.
   *
   * @param job name of the job
   * @param version of the product
   * @param intervalMs length of a bar
   * @param historyMs how far back the page goes
   */
  record Subject(String job, String version, long intervalMs, long historyMs) {}

  private record Output(long grew, long event, Long delayMs, long records) {}

  /** A record of an output, with the event time that it carries. */
  void heard(Heard record, long event) {
    boolean live = share >= 1;
    String topic = record.topic().word();
    Output before = outputs.get(topic);
    if (live && OF_BARS.contains(record.topic())) {
      replay = Math.abs(record.arrival() - event) > Math.max(LATE_MS, LATE_BARS * intervalMs);
    }
    long grew = live ? record.arrival() : Math.min(record.arrival(), record.stamp());
    outputs.put(
        topic,
        new Output(
            before == null ? grew : Math.max(before.grew(), grew),
            before == null ? event : Math.max(before.event(), event),
            live && !replay ? record.arrival() - record.stamp() : null,
            before == null ? 1 : before.records() + 1));
  }

  /** A record that could not be read, or does not follow those before it. */
  void refused() {
    refused++;
  }

  void read(double newShare) {
    share = newShare;
  }

  void inputs(Map<String, InputEnd> ends, long now) {
    ends.forEach((topic, end) -> inputs.computeIfAbsent(topic, key -> new Input()).see(end, now));
  }

  /**
   * Outputs that have no topic: what is not there stays empty on the page, which has to be said.
   */
  void missing(List<String> topics) {
    put("missing", topics);
  }

  void lost(String why) {
    error = why;
  }

  void back() {
    error = null;
  }

  /** Once a second. */
  void tick(long now) {
    put("time", now);
    put("share", share);
    put("replay", replay);
    put("staleMs", staleMs());
    put("refused", refused);
    outputs.forEach((topic, output) -> tree.put(List.of(NAME, "outputs", topic), output));
    inputs.forEach((topic, input) -> tree.put(List.of(NAME, "inputs", topic), input.view(now)));
    String reason = error == null ? silence(now) : error;
    String word = word(reason);
    if (!Objects.equals(word, state)) {
      state = word;
      put("state", state);
      put("since", now);
    }
    if (reason == null) {
      tree.remove(List.of(NAME, "error"));
    } else {
      put("error", reason);
    }
  }

  private String word(String reason) {
    if (error != null) {
      return "LOST";
    }
    if (share < 1) {
      return "LOADING";
    }
    return reason != null ? "STALE" : replay ? "REPLAY" : "LIVE";
  }

  private long staleMs() {
    return replay ? SILENT_REPLAY_MS : Math.max(SILENT_REPLAY_MS, SILENT_BARS * intervalMs);
  }

  /** Why the numbers are not those of now; null where they are. */
  private String silence(long now) {
    if (share < 1) {
      return null;
    }
    long in = inputs.values().stream().mapToLong(Input::grew).max().orElse(started);
    long out = outputs.values().stream().mapToLong(Output::grew).max().orElse(started);
    if (now - (in < 0 ? started : in) > staleMs()) {
      return "No input has grown for longer than three bars: the market is closed, or its feed has"
          + " stopped.";
    }
    return now - out > 2 * staleMs() && now - started > staleMs()
        ? "Inputs grow, but the job publishes nothing: it has stopped, or is behind."
        : null;
  }

  private void put(String name, Object value) {
    tree.put(List.of(NAME, name), value);
  }
}
