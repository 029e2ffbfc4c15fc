package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobIdentity;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.avro.JsonValues;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * How a job is connected to Kafka. Made apart from the rest of its plan: a job over files has none,
 * and needs no secret that Kafka would.
 *
 * @param client properties of every client; secrets are references in it, unless the user wrote one
 *     out
 * @param read topics that the job reads, at least one, in a fixed order
 * @param topics name of every topic
 * @param formats how the values of every topic are written
 * @param identity under which the job reads and writes
 * @param writes the portfolios that it writes
 * @param replay whether topics are read to their present end, from the beginning
 * @param start from where topics are read without a checkpoint, where it is no replay
 * @param discovery how often partitions are looked for that were added, where it is no replay
 * @param delivery guarantee of the outputs
 * @param transactionTimeout after which the broker aborts a transaction
 * @param origin what the headers of records say of the job
 */
public record KafkaPlan(
    Properties client,
    List<Topic> read,
    Map<Topic, String> topics,
    Map<Topic, ValueFormat> formats,
    JobIdentity identity,
    WrittenPortfolios writes,
    boolean replay,
    Choices.Start start,
    Duration discovery,
    Choices.Delivery delivery,
    Duration transactionTimeout,
    RecordOrigin origin) {

  /** Of a configuration, for the pipeline and for the commands that read and write its topics. */
  public static KafkaPlan of(Settings settings) {
    return of(settings, Role.PIPELINE);
  }

  /**
   * Of a configuration.
   *
   * @throws io.mirrorcore.jobs.config.ConfigurationException when a reference to a secret leads
   *     nowhere here
   */
  public static KafkaPlan of(Settings settings, Role job) {
    Map<Topic, String> topics = new EnumMap<>(Topic.class);
    Map<Topic, ValueFormat> formats = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      topics.put(topic, TopicNames.of(settings, topic));
      formats.put(topic, settings.format(topic));
    }
    return new KafkaPlan(
        settings.kafkaProperties(),
        TopicNames.read(settings, job),
        topics,
        formats,
        JobIdentity.of(settings, job),
        TopicNames.written(settings, job),
        settings.get(PipelineKeys.JOB_MODE) == Choices.Mode.REPLAY,
        settings.get(PipelineKeys.JOB_START),
        settings.get(PipelineKeys.JOB_PARTITION_DISCOVERY),
        settings.get(PipelineKeys.JOB_DELIVERY),
        settings.get(PipelineKeys.JOB_TRANSACTION_TIMEOUT),
        RecordOrigin.of(
            JobIdentity.of(settings, job).transactionPrefix(),
            settings.texts(RecordOrigin::decides)));
  }

  /** Kinds of market data that the job reads; none for one that reads strategy returns. */
  public List<RecordKind> inputs() {
    return read.stream().flatMap(topic -> topic.kind().stream()).toList();
  }

  /** Topic that records of a kind come from. */
  public String topic(RecordKind kind) {
    return topic(Topic.of(kind));
  }

  /** Name of a topic. */
  public String topic(Topic topic) {
    return topics.get(topic);
  }

  /** How the values of a topic are written. */
  public ValueFormat format(Topic topic) {
    return formats.get(topic);
  }

  /** What makes JSON of the values of any topic, for a client that is no job. */
  public Deserializer<byte[]> values() {
    Map<String, ValueFormat> byName = new TreeMap<>();
    formats.forEach((topic, format) -> byName.put(topic(topic), format));
    return new JsonValues(byName);
  }
}
