package io.mirrorcore.console.feed;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions are read, from where, and how far that has come. A topic that is made later is
 * read from its beginning.
 */
final class Outputs {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long MORE_MS = 10_000;

  private final KafkaPlan kafka;
  private final StartOffsets starts;
  private final InstantSource clock;
  private final Map<String, Topic> byName = new HashMap<>();
  private final Map<TopicPartition, Long> begun = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, Long> places = new HashMap<>();
  private final List<TopicPartition> inputs = new ArrayList<>();
  private List<String> missing = List.of();
  private long looked;
  private boolean read;

  Outputs(KafkaPlan kafka, Duration history, InstantSource clock) {
    this.kafka = kafka;
    this.clock = clock;
    starts = new StartOffsets(history, clock);
    for (Topic topic : Feed.OUTPUTS) {
      byName.put(kafka.topic(topic), topic);
    }
  }

  Topic topic(String name) {
    return byName.get(name);
  }

  /** Partitions of the topics that the job reads. */
  List<TopicPartition> inputs() {
    return inputs;
  }

  /** Names of the topics that there are not, in order. */
  List<String> missing() {
    return missing;
  }

  private void note(Map<String, List<PartitionInfo>> topics) {
    missing =
        byName.entrySet().stream()
            .filter(output -> output.getValue() != Topic.ACCOUNT) // only who trades on paper has it
            .map(Map.Entry::getKey)
            .filter(name -> !topics.containsKey(name))
            .sorted()
            .toList();
  }

  /** Assigns what there is, at the places that were reached, or where reading is to begin. */
  void assign(Consumer<byte[], byte[]> consumer) {
    Map<String, List<PartitionInfo>> topics = consumer.listTopics(PATIENCE);
    looked = clock.millis();
    note(topics);
    inputs.clear();
    for (Topic topic : kafka.read()) {
      inputs.addAll(partitions(topics, kafka.topic(topic)));
    }
    List<TopicPartition> all = new ArrayList<>();
    byName.keySet().forEach(name -> all.addAll(partitions(topics, name)));
    consumer.assign(all);
    List<TopicPartition> unknown =
        all.stream().filter(partition -> !places.containsKey(partition)).toList();
    Map<TopicPartition, Long> newEnds = consumer.endOffsets(unknown, PATIENCE);
    starts
        .of(consumer, unknown, newEnds, partition -> byName.get(partition.topic()))
        .forEach(
            (partition, start) -> {
              places.put(partition, start);
              begun.put(partition, start);
              ends.put(partition, newEnds.get(partition));
            });
    all.forEach(partition -> consumer.seek(partition, places.get(partition)));
  }

  /** Looks now and then whether topics have been made. */
  void lookForMore(Consumer<byte[], byte[]> consumer) {
    if (clock.millis() - looked >= MORE_MS) {
      looked = clock.millis();
      Map<String, List<PartitionInfo>> topics = consumer.listTopics(PATIENCE);
      note(topics);
      Collection<TopicPartition> known = consumer.assignment();
      boolean more =
          byName.keySet().stream()
                  .flatMap(name -> partitions(topics, name).stream())
                  .anyMatch(partition -> !known.contains(partition))
              || kafka.read().stream()
                  .flatMap(topic -> partitions(topics, kafka.topic(topic)).stream())
                  .anyMatch(partition -> !inputs.contains(partition));
      if (more) {
        assign(consumer);
      }
    }
  }

  private static List<TopicPartition> partitions(
      Map<String, List<PartitionInfo>> topics, String name) {
    return topics.getOrDefault(name, List.of()).stream()
        .map(info -> new TopicPartition(name, info.partition()))
        .toList();
  }

  /**
   * Notes how far reading has come.
   *
   * @return share of what was there at the beginning; empty once that has been told to be all
   */
  OptionalDouble read(Consumer<byte[], byte[]> consumer) {
    consumer
        .assignment()
        .forEach(partition -> places.put(partition, consumer.position(partition, PATIENCE)));
    if (read) {
      return OptionalDouble.empty();
    }
    long all = 0;
    long done = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      long start = begun.get(end.getKey());
      all += end.getValue() - start;
      done += Math.min(end.getValue(), places.get(end.getKey())) - start;
    }
    read = done >= all;
    return OptionalDouble.of(read ? 1 : (double) done / all);
  }
}
