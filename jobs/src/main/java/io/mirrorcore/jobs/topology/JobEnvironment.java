package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How Flink itself is set up for every job of this project. */
public final class JobEnvironment {

  /** Low, because together these two are the latency of a pipeline with little traffic. */
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);

  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

  private JobEnvironment() {}

  /** For a job that runs until it is stopped, with checkpoints and restarts. */
  public static Configuration live(Settings settings) {
    Configuration flink = common(settings);
    flink.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL,
        settings.get(PipelineKeys.JOB_CHECKPOINT_INTERVAL));
    flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings
        .find(PipelineKeys.JOB_CHECKPOINT_DIR)
        .ifPresent(directory -> flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory));
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofSeconds(1));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    return flink;
  }

  /**
   * The environment of {@link #live} in a program that Flink's client submits to a cluster: with
   * the jars of the client, of which this program is one, and with those of the user's strategies.
   * Setting the second alone would take the place of the first.
   *
   * @throws io.mirrorcore.jobs.config.ConfigurationException when a secret would go with it
   */
  public static StreamExecutionEnvironment submitted(Settings settings) {
    return submitted(settings, live(settings));
  }

  /** The environment of {@link #offline} in such a program. */
  public static StreamExecutionEnvironment submittedOffline(Settings settings) {
    return submitted(settings, offline(settings));
  }

  private static StreamExecutionEnvironment submitted(Settings settings, Configuration flink) {
    settings.requireSecretsElsewhere();
    List<String> ours = strategyJars(settings);
    flink.removeConfig(org.apache.flink.configuration.PipelineOptions.JARS);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
    if (!ours.isEmpty()) {
      List<String> all =
          new ArrayList<>(
              env.getConfiguration()
                  .getOptional(org.apache.flink.configuration.PipelineOptions.JARS)
                  .orElse(List.of()));
      all.addAll(ours);
      env.configure(
          new Configuration().set(org.apache.flink.configuration.PipelineOptions.JARS, all));
    }
    return env;
  }

  /** For a job over bounded files: it either ends or fails, at once and with its reason. */
  public static Configuration offline(Settings settings) {
    Configuration flink = common(settings);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    flink.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(100));
    return flink;
  }

  private static Configuration common(Settings settings) {
    Configuration flink = new Configuration();
    flink.set(
        org.apache.flink.configuration.PipelineOptions.NAME, settings.get(PipelineKeys.JOB_NAME));
    flink.set(org.apache.flink.configuration.PipelineOptions.GENERIC_TYPES, false);
    flink.set(org.apache.flink.configuration.PipelineOptions.AUTO_GENERATE_UIDS, false);
    flink.set(org.apache.flink.configuration.PipelineOptions.OBJECT_REUSE, true);
    flink.set(
        org.apache.flink.configuration.PipelineOptions.MAX_PARALLELISM,
        settings.get(PipelineKeys.JOB_MAX_PARALLELISM));
    flink.set(
        org.apache.flink.configuration.PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
    flink.set(CoreOptions.DEFAULT_PARALLELISM, settings.get(PipelineKeys.JOB_PARALLELISM));
    flink.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    List<String> jars = strategyJars(settings);
    if (!jars.isEmpty()) {
      flink.set(org.apache.flink.configuration.PipelineOptions.JARS, jars);
    }
    return flink;
  }

  /** As URLs: Flink ships these files to where the job runs. */
  private static List<String> strategyJars(Settings settings) {
    return settings.get(StrategyKeys.JARS).stream()
        .map(path -> Path.of(path).toUri().toString())
        .toList();
  }
}
