package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.Outputs.Output;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics of a configuration, and the settings that each of them should have. */
public final class TopicLayout {

  private static final String WEEK_MS = "604800000";

  private TopicLayout() {}

  /** Every topic, inputs first. */
  public static List<TopicSpec> of(Settings settings, int partitions) {
    List<TopicSpec> topics = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      topics.add(new TopicSpec(TopicNames.of(settings, kind), partitions, Map.of()));
    }
    for (Output output : Output.values()) {
      topics.add(new TopicSpec(TopicNames.of(settings, output), partitions, config(output)));
    }
    return topics;
  }

  private static Map<String, String> config(Output output) {
    if (output == Output.WEIGHTS) {
      // The newest weights of a portfolio stay for ever, the history for a week.
      return Map.of("cleanup.policy", "compact,delete", "retention.ms", WEEK_MS);
    }
    return Map.of();
  }

  /**
   * Says in one sentence what is missing before a job starts.
   *
   * @throws BrokerException when the broker, a topic or a right of the user is missing, or when the
   *     broker would refuse the transactions
   */
  public static void require(Settings settings) {
    List<String> read = new ArrayList<>();
    TopicNames.inputs(settings).forEach(kind -> read.add(TopicNames.of(settings, kind)));
    List<String> written =
        Arrays.stream(Output.values()).map(output -> TopicNames.of(settings, output)).toList();
    if (settings.get(PipelineKeys.JOB_DELIVERY) == Choices.Delivery.EXACTLY_ONCE) {
      // Its sinks look for transactions left open on their topics, which only a reader may; dead
      // letters are written without.
      Arrays.stream(Output.values())
          .filter(output -> output != Output.DEAD_LETTER)
          .forEach(output -> read.add(TopicNames.of(settings, output)));
    }
    try (AdminSession session = AdminSession.open(client(settings))) {
      Topics.require(session, read, written);
      JobRights.require(session, settings);
    }
  }

  /** The same for a job that reads strategy returns instead of market data. */
  public static void requireForReturns(Settings settings) {
    List<String> read = List.of(TopicNames.of(settings, Output.STRATEGY_RETURNS));
    List<String> written =
        List.of(
            TopicNames.of(settings, Output.WEIGHTS),
            TopicNames.of(settings, Output.ALERTS),
            TopicNames.of(settings, Output.DEAD_LETTER));
    try (AdminSession session = AdminSession.open(client(settings))) {
      Topics.require(session, read, written);
      JobRights.require(session, settings);
    }
  }

  /** Client properties for administration. */
  public static Map<String, Object> client(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    settings.kafkaProperties().forEach((key, value) -> properties.put((String) key, value));
    return properties;
  }
}
