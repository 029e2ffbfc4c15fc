package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.PaperKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.avro.JsonValues;
import io.mirrorcore.paper.PaperSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/** What the configuration calls a topic, which of them it chooses, and for what. */
public final class TopicNames {

  private TopicNames() {}

  public static String of(Settings settings, Topic topic) {
    return settings.get(PipelineKeys.topic(topic));
  }

  /** What makes JSON of the values of a topic, whatever its format. */
  public static Deserializer<byte[]> values(Settings settings, Topic topic) {
    return new JsonValues(Map.of(of(settings, topic), settings.format(topic)));
  }

  /** Topics that a job reads, in the order of the list: of market data only those chosen. */
  public static List<Topic> read(Settings settings, Role job) {
    List<Topic> chosen = settings.get(PipelineKeys.JOB_INPUTS);
    return job.reads().stream()
        .filter(
            topic ->
                topic.kind().isEmpty()
                    || (job == Role.PAPER
                        ? priced(settings).equals(Optional.of(topic))
                        : chosen.contains(topic)))
        .toList();
  }

  /** What gives paper trading its prices; empty where positions bring them. */
  private static Optional<Topic> priced(Settings settings) {
    if (settings.get(PaperKeys.FILL) == PaperSettings.Fill.CLOSE) {
      return Optional.empty();
    }
    return Optional.of(
        switch (settings.get(PaperKeys.FROM)) {
          case BARS -> Topic.PRICES;
          case QUOTES -> Topic.TICKS;
        });
  }

  /** Where a job writes weights, and for which portfolios; the pipeline knows them beforehand. */
  public static WrittenPortfolios written(Settings settings, Role job) {
    return new WrittenPortfolios(
        of(settings, job == Role.PAPER ? Topic.ACCOUNT : Topic.WEIGHTS),
        job == Role.ENSEMBLE ? List.of() : settings.portfolios().names());
  }
}
