package io.mirrorcore.bench.command;

import io.mirrorcore.bench.child.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recordings of the last round of each case, where somebody wants to know where the time goes. */
final class Profiling {

  private final Path directory; // null where nobody wants to know
  private final int lastRound;
  private final Map<String, Path> recordings = new TreeMap<>();

  private Profiling(Path directory, int lastRound) {
    this.directory = directory;
    this.lastRound = lastRound;
  }

  static Profiling none() {
    return new Profiling(null, 0);
  }

  /**
   * @param directory of the recordings
   */
  static Profiling into(Path directory, int lastRound) {
    return new Profiling(directory, lastRound);
  }

  /** Options of the JVM of a round. */
  List<String> options(String name, int round) {
    if (directory == null || round != lastRound) {
      return List.of();
    }
    Path file = directory.resolve(name + ".jfr");
    recordings.put(name, file);
    return List.of("-D" + Samples.FILE + "=" + file);
  }

  /** What the recordings say; empty where there are none. */
  String words() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Path> recording : recordings.entrySet()) {
      text.append(System.lineSeparator())
          .append(recording.getKey())
          .append(": ")
          .append(ProcessorProfile.of(recording.getValue()).words());
    }
    return text.toString();
  }
}
