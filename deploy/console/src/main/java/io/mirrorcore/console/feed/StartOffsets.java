package io.mirrorcore.console.feed;

import io.mirrorcore.jobs.topic.Topic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * From where topics are read: by time, since the last so many offsets may hold no record at all,
 * but the markers of transactions. Never more than so many, and of what is told over time never
 * fewer than some hundreds: a day is a single bar of daily ones.
 *
 * <p>Alerts are read as far back as they are kept, for one that fires may have begun long ago.
 */
final class StartOffsets {

  /** At most, of each partition. */
  static final long MOST = 20_000;

  /** At least, where there are as many. */
  static final long LEAST = 1_000;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Set<Topic> OVER_TIME =
      Set.of(Topic.WEIGHTS, Topic.POSITIONS, Topic.PERFORMANCE);

  private final Duration history;
  private final InstantSource clock;

  StartOffsets(Duration history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  Map<TopicPartition, Long> of(
      Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions,
      Map<TopicPartition, Long> ends,
      Function<TopicPartition, Topic> topics) {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, clock.millis() - history.toMillis()));
    Map<TopicPartition, OffsetAndTimestamp> byTime = consumer.offsetsForTimes(times, PATIENCE);
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp found = byTime.get(partition);
      long end = ends.get(partition);
      starts.put(
          partition,
          start(
              topics.apply(partition),
              begins.get(partition),
              found == null ? end : found.offset(),
              end));
    }
    return starts;
  }

  /**
   * @param byTime the first offset that is young enough; the end where there is none
   */
  static long start(Topic topic, long begin, long byTime, long end) {
    if (topic == Topic.ALERTS) {
      return begin;
    }
    long latest = OVER_TIME.contains(topic) ? Math.min(byTime, end - LEAST) : byTime;
    return Math.max(begin, Math.max(end - MOST, latest));
  }
}
