package io.mirrorcore.jobs.topic;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.Map;
import java.util.Set;

/**
 * What a line of {@link Topic} says, put together part by part; what is not said is null, or empty.
 */
final class TopicShape {

  final String about;
  final String key;
  RecordKind kind;
  String sourceUid;
  String admitUid;
  String sinkUid;
  Class<?> record;
  RecordKey<?> keyOf;
  boolean counted;
  Set<Role> readers = Set.of();
  Set<Role> writers = Set.of();
  Map<String, String> settings = Map.of();

  private TopicShape(String about, String key) {
    this.about = about;
    this.key = key;
  }

  /**
   * @param about one sentence for the person who configures it
   * @param key field of the record that is the key
   */
  static TopicShape of(String about, String key) {
    return new TopicShape(about, key);
  }

  /** Market data comes in by it. */
  TopicShape market(RecordKind carried) {
    kind = carried;
    return this;
  }

  /**
   * A job reads it.
   *
   * @param source uid of the source
   * @param admit uid of the operator behind it, which tells good records from bad ones
   */
  TopicShape source(String source, String admit) {
    sourceUid = source;
    admitUid = admit;
    return this;
  }

  /** A job writes it. */
  <T> TopicShape sink(String uid, Class<T> type, RecordKey<T> keyOfRecord) {
    sinkUid = uid;
    record = type;
    keyOf = keyOfRecord;
    return this;
  }

  /** The job's summary counts its records under the topic's name. */
  TopicShape counted() {
    counted = true;
    return this;
  }

  TopicShape readBy(Role... roles) {
    readers = Set.of(roles);
    return this;
  }

  TopicShape writtenBy(Role... roles) {
    writers = Set.of(roles);
    return this;
  }

  /** How Kafka is to keep it: the settings that differ from the broker's. */
  TopicShape kept(Map<String, String> config) {
    settings = config;
    return this;
  }
}
