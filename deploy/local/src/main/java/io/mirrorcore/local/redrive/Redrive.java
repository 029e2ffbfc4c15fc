package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.avro.ValueWriter;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judge of records that are to be sent again. It uses the parser of the job's sources, so that no
 * record is sent which the job would refuse once more.
 */
public final class Redrive {

  static final String UNKNOWN_TOPIC = "UNKNOWN_TOPIC";

  /** The order in which records are sent: an earlier one must not find itself late. */
  public static final Comparator<Resend> ORDER = Comparator.comparingLong(Resend::time);

  private final Map<String, RecordKind> kinds = new TreeMap<>();
  private final Map<RecordKind, ValueWriter> writers = new EnumMap<>(RecordKind.class);
  private final RecordParser parser;
  private final long now;

  /**
   * @param now epoch milliseconds: what the broker's time stamp of the record will be
   */
  public Redrive(KafkaPlan kafka, ParserSettings parser, long now) {
    for (RecordKind kind : RecordKind.values()) {
      kinds.put(kafka.topic(kind), kind);
      writers.put(kind, new ValueWriter(kafka.format(Topic.of(kind))));
    }
    this.parser = new RecordParser(parser);
    this.now = now;
  }

  /** What would become of a record of {@code topic} with these bytes. */
  public ResendVerdict judge(String topic, byte[] payload) {
    RecordKind kind = topic == null ? null : kinds.get(topic);
    if (kind == null) {
      return ResendVerdict.refused(
          UNKNOWN_TOPIC,
          "topic must be one of the inputs %s; have %s"
              .formatted(String.join(", ", kinds.keySet()), topic));
    }
    byte[] value = writers.get(kind).ofJson(payload); // a line of a repair file is JSON
    MarketEvent event = parser.parse(kind, new SourceRef(topic, 0, 0), value, now);
    return event instanceof RejectedEvent rejected
        ? ResendVerdict.refused(rejected.reason().name(), rejected.detail())
        : ResendVerdict.good(new Resend(kind, topic, event.symbol(), event.time(), value));
  }

  /** Number of records by topic. */
  public static Map<String, Integer> byTopic(List<Resend> records) {
    Map<String, Integer> counts = new TreeMap<>();
    records.forEach(record -> counts.merge(record.topic(), 1, Integer::sum));
    return counts;
  }
}
