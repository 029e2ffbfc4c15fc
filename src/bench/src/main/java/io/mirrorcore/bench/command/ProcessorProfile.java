package io.mirrorcore.bench.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the samples of a flight recording fell: by thread, which is named after its operators, by
 * package of the method that was running, and by the nearest class of this project above it.
 */
final class ProcessorProfile {

  private static final int SHOWN = 12;
  private static final String OURS = "io.mirrorcore.";

  /** Which of how many, and of which attempt: the same operators all the same. */
  private static final Pattern INSTANCE = Pattern.compile(" \\(\\d+/\\d+\\)#\\d+$|[-#]\\d+$");

  private final Map<String, Integer> threads = new TreeMap<>();
  private final Map<String, Integer> packages = new TreeMap<>();
  private final Map<String, Integer> classes = new TreeMap<>();
  private int samples;

  private ProcessorProfile() {}

  static ProcessorProfile of(Path recording) throws IOException {
    ProcessorProfile profile = new ProcessorProfile();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        RecordedStackTrace stack = event.getStackTrace();
        if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
          profile.add(
              event.getThread("sampledThread").getJavaName(),
              stack.getFrames().stream().map(ProcessorProfile::type).toList());
        }
      }
    }
    return profile;
  }

  private static String type(RecordedFrame frame) {
    return frame.getMethod().getType().getName();
  }

  /**
   * Takes in a sample.
   *
   * @param thread its name, or null
   * @param types names of the classes on its stack, the running one first
   */
  void add(String thread, List<String> types) {
    if (types.isEmpty()) {
      return;
    }
    samples++;
    threads.merge(
        INSTANCE.matcher(thread == null ? "?" : thread).replaceFirst(""), 1, Integer::sum);
    String running = types.get(0);
    packages.merge(running.substring(0, Math.max(0, running.lastIndexOf('.'))), 1, Integer::sum);
    types.stream()
        .filter(type -> type.startsWith(OURS))
        .findFirst()
        .ifPresent(type -> classes.merge(type, 1, Integer::sum));
  }

  static ProcessorProfile empty() {
    return new ProcessorProfile();
  }

  String words() {
    return "%,d samples%n%s%s%s"
        .formatted(
            samples,
            table("threads", threads),
            table("packages of the running method", packages),
            table("nearest classes of this project", classes));
  }

  private String table(String title, Map<String, Integer> counts) {
    StringBuilder text = new StringBuilder("  " + title + System.lineSeparator());
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(
            count ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "    %5.1f %%  %s%n",
                        100.0 * count.getValue() / samples,
                        count.getKey())));
    return text.toString();
  }
}
