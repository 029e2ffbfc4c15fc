package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.OtherInterval;
import io.mirrorcore.jobs.intake.HistoryFile;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.BarSpacing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A look at the newest bars of the topic of prices before a job starts. A job that takes days for
 * minutes computes and publishes all the same, and every figure per year is wrong: so the interval
 * is inferred where nobody has set it, and a set one that the bars contradict is refused.
 */
public final class IntervalPeek {

  private static final int LOOK_BACK = 2_000;
  private static final Duration POLL = Duration.ofMillis(200);

  /** Polls in a row that may bring nothing: ten seconds. */
  private static final int PATIENCE = 50;

  private IntervalPeek() {}

  /**
   * The settings with the interval of the data where none was set.
   *
   * @param history that goes before the topic, and says it where the topic is empty
   * @param notice told what was inferred
   * @throws ConfigurationException when nothing can be inferred, or the bars contradict what is set
   */
  public static Settings over(
      Settings settings, Optional<HistoryFile> history, Consumer<String> notice) {
    if (!settings.get(PipelineKeys.JOB_INPUTS).contains(Topic.PRICES)
        || settings.get(PipelineKeys.BARS_FROM) != Choices.BarSource.PRICES) {
      return settings;
    }
    String topic = TopicNames.of(settings, Topic.PRICES);
    BarSpacing spacing = spacing(settings, topic);
    if (history.isEmpty()) {
      return over(settings, "topic " + topic, spacing, notice);
    }
    String file = history.get().path().toString();
    Settings known = over(settings, file, history.get().spacing(), notice);
    return confirmed(known, "topic " + topic, spacing);
  }

  private static Settings over(
      Settings settings, String place, BarSpacing spacing, Consumer<String> notice) {
    return settings.isSet(PipelineKeys.BARS_INTERVAL.key())
        ? confirmed(settings, place, spacing)
        : inferred(settings, place, spacing, notice);
  }

  static Settings inferred(
      Settings settings, String place, BarSpacing spacing, Consumer<String> notice) {
    if (!spacing.isKnown()) {
      throw new ConfigurationException(
          "bars.interval is not set, and %s has no two bars of a symbol to infer it from: set it, as in --set bars.interval=1m"
              .formatted(place));
    }
    Duration interval = Duration.ofMillis(spacing.intervalMs());
    notice.accept(
        "inferred from %s: a bar every %s (bars.interval)"
            .formatted(place, DurationText.format(interval)));
    return confirmed(settings.with(PipelineKeys.BARS_INTERVAL.key(), interval), place, spacing);
  }

  static Settings confirmed(Settings settings, String place, BarSpacing spacing) {
    Duration interval = settings.inputInterval();
    SortedMap<String, Long> others = spacing.otherThan(interval.toMillis());
    if (!others.isEmpty()) {
      String symbol = others.firstKey();
      throw new ConfigurationException(
          OtherInterval.sentence(
              settings, place, Duration.ofMillis(others.get(symbol)), " of " + symbol));
    }
    return settings;
  }

  private static BarSpacing spacing(Settings settings, String topic) {
    Map<String, Object> client = TopicLayout.client(settings);
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return spacing(consumer, topic, new RecordParser(settings.parser().unaligned()));
    } catch (KafkaException e) {
      throw new BrokerException(
          "cannot read topic %s: %s".formatted(topic, BrokerException.innermost(e)), e);
    }
  }

  private static BarSpacing spacing(
      KafkaConsumer<byte[], byte[]> consumer, String topic, RecordParser parser) {
    BarSpacing spacing = new BarSpacing();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer
        .beginningOffsets(partitions)
        .forEach((p, start) -> consumer.seek(p, Math.max(start, ends.get(p) - LOOK_BACK)));
    int idle = 0;
    while (idle < PATIENCE
        && ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      idle++;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        idle = 0;
        add(record, parser, spacing);
      }
    }
    return spacing;
  }

  private static void add(
      ConsumerRecord<byte[], byte[]> record, RecordParser parser, BarSpacing spacing) {
    SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
    if (parser.parse(RecordKind.BAR, source, record.value(), RecordParser.NO_TIMESTAMP)
        instanceof AdmittedEvent bar) {
      spacing.add(bar.symbol(), bar.time());
    }
  }
}
