package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.local.feed.OutputTail;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The dead letters of a topic, from its beginning to what was its end when they were asked for.
 *
 * <p>A replay refuses again what a first run has refused: of several letters about the same bytes
 * at the same place only one is returned.
 */
public final class CollectedLetters {

  private static final Duration POLL = Duration.ofMillis(200);

  private final LetterFilter filter;
  private final Set<Place> seen = new HashSet<>();
  private final List<Arrived> found = new ArrayList<>();
  private long copies;
  private long unreadable;

  private record Place(String topic, int partition, long offset, ByteBuffer raw) {}

  private record Arrived(long timestamp, DeadLetter letter) {}

  /** Told how many records have been read, and which share of all. */
  public interface Listener {
    void read(long count, double share);
  }

  private CollectedLetters(LetterFilter filter) {
    this.filter = filter;
  }

  /**
   * Reads the topic of the configuration, committed records only.
   *
   * @param stop asked now and then; what has been read until then is not given
   */
  public static CollectedLetters read(
      KafkaPlan kafka, LetterFilter filter, BooleanSupplier stop, Listener listener) {
    CollectedLetters letters = new CollectedLetters(filter);
    long count = 0;
    String topic = kafka.topic(Topic.DEAD_LETTER);
    try (OutputTail tail = new OutputTail(kafka, List.of(topic), true)) {
      while (!tail.hasReadWhatWasThere() && !stop.getAsBoolean()) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
          letters.add(record.value(), record.timestamp());
          count++;
        }
        listener.read(count, tail.share());
      }
    }
    return letters;
  }

  /** Of letters that are in memory already, with the time of the broker of each. */
  static CollectedLetters of(LetterFilter filter, List<byte[]> values, long timestamp) {
    CollectedLetters letters = new CollectedLetters(filter);
    values.forEach(value -> letters.add(value, timestamp));
    return letters;
  }

  private void add(byte[] value, long timestamp) {
    DeadLetter letter = decode(value);
    if (letter == null) {
      unreadable++;
    } else if (filter.accepts(letter, timestamp)) {
      ByteBuffer raw = ByteBuffer.wrap(letter.raw());
      if (seen.add(new Place(letter.topic(), letter.partition(), letter.offset(), raw))) {
        found.add(new Arrived(timestamp, letter));
      } else {
        copies++;
      }
    }
  }

  /** Null for what is no dead letter: a topic is open to everybody. */
  private static DeadLetter decode(byte[] value) {
    if (value == null) {
      return null;
    }
    try {
      DeadLetter letter = Json.decode(value, DeadLetter.class);
      boolean whole = letter.topic() != null && letter.raw() != null && letter.reason() != null;
      return whole ? letter : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Those that the filter accepts, in the order in which they were refused. */
  public List<DeadLetter> letters() {
    return found.stream()
        .sorted(Comparator.comparingLong(Arrived::timestamp))
        .limit(filter.limit())
        .map(Arrived::letter)
        .toList();
  }

  /** Letters that were there once more and are left out. */
  public long copies() {
    return copies;
  }

  /** Records of the topic that are no dead letters. */
  public long unreadable() {
    return unreadable;
  }
}
