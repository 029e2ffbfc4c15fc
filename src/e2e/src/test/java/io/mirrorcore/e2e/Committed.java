package io.mirrorcore.e2e;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.feed.OutputTail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All output topics of a job as one read-committed consumer has seen them: by topic and key, in
 * order. Dead letters have their source topic as key, whose partitions are worked on side by side:
 * theirs is the order of their text.
 */
final class Committed implements AutoCloseable {

  private static final Pattern TIME = Pattern.compile("\"time\":(\\d+)");
  private static final Duration POLL = Duration.ofMillis(200);

  private final String prefix;
  private final OutputTail tail;
  private final Map<String, List<String>> records = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private long newestReturn = Long.MIN_VALUE;
  private long count;

  /**
   * @param prefix of the names of topics, which is taken away from what is read
   */
  Committed(KafkaPlan kafka, String prefix) {
    this.prefix = prefix;
    for (Topic topic : Topic.outputs()) {
      names.put(kafka.topic(topic), topic.name());
    }
    tail = new OutputTail(kafka, names.keySet(), true);
  }

  /** Reads what one poll brings. */
  void sip() {
    for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
      String output = names.get(record.topic());
      String key = text(record.key()).replace(prefix, "");
      String value = text(record.value()).replace("\"topic\":\"" + prefix, "\"topic\":\"");
      records.computeIfAbsent(output + " " + key, any -> new ArrayList<>()).add(value);
      count++;
      if (output.equals(Topic.STRATEGY_RETURNS.name())) {
        newestReturn = Math.max(newestReturn, time(value));
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static long time(String json) {
    Matcher time = TIME.matcher(json);
    return time.find() ? Long.parseLong(time.group(1)) : Long.MIN_VALUE;
  }

  /** Reads all that is committed. */
  Committed drain() {
    while (!tail.isAtEnd()) {
      sip();
    }
    return this;
  }

  /** Event time of the newest bar whose returns have been seen. */
  long newestReturn() {
    return newestReturn;
  }

  long count() {
    return count;
  }

  /** What has been read, by output and key. */
  Map<String, List<String>> records() {
    Map<String, List<String>> sorted = new TreeMap<>();
    records.forEach(
        (key, values) -> {
          List<String> copy = new ArrayList<>(values);
          if (key.startsWith(Topic.DEAD_LETTER.name())) {
            Collections.sort(copy);
          }
          sorted.put(key, copy);
        });
    return sorted;
  }

  @Override
  public void close() {
    tail.close();
  }
}
