package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.Outputs.Output;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How a job is connected to Kafka. Made apart from the rest of its plan: a job over files has none,
 * and needs no secret that Kafka would.
 *
 * @param client properties of every client; secrets are references in it, unless the user wrote one
 *     out
 * @param inputs kinds of record that the job reads, in a fixed order
 * @param inputTopics topic of every kind
 * @param outputTopics topic of every output
 * @param groupId consumer group
 * @param replay whether topics are read to their present end, from the beginning
 * @param start from where topics are read without a checkpoint, where it is no replay
 * @param delivery guarantee of the outputs
 * @param transactionPrefix of transactional ids, another for each job
 * @param transactionTimeout after which the broker aborts a transaction
 */
public record KafkaPlan(
    Properties client,
    List<RecordKind> inputs,
    Map<RecordKind, String> inputTopics,
    Map<Output, String> outputTopics,
    String groupId,
    boolean replay,
    Choices.Start start,
    Choices.Delivery delivery,
    String transactionPrefix,
    Duration transactionTimeout) {

  /**
   * Of a configuration.
   *
   * @throws io.mirrorcore.jobs.config.ConfigurationException when a reference to a secret leads
   *     nowhere here
   */
  public static KafkaPlan of(Settings settings) {
    Map<RecordKind, String> inputTopics = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      inputTopics.put(kind, TopicNames.of(settings, kind));
    }
    Map<Output, String> outputTopics = new EnumMap<>(Output.class);
    for (Output output : Output.values()) {
      outputTopics.put(output, TopicNames.of(settings, output));
    }
    return new KafkaPlan(
        settings.kafkaProperties(),
        TopicNames.inputs(settings),
        inputTopics,
        outputTopics,
        settings.get(PipelineKeys.JOB_GROUP_ID),
        settings.get(PipelineKeys.JOB_MODE) == Choices.Mode.REPLAY,
        settings.get(PipelineKeys.JOB_START),
        settings.get(PipelineKeys.JOB_DELIVERY),
        settings.get(PipelineKeys.JOB_TRANSACTION_PREFIX),
        settings.get(PipelineKeys.JOB_TRANSACTION_TIMEOUT));
  }

  /** Topic that records of a kind come from. */
  public String topic(RecordKind kind) {
    return inputTopics.get(kind);
  }

  /** Topic that an output goes to. */
  public String topic(Output output) {
    return outputTopics.get(output);
  }
}
