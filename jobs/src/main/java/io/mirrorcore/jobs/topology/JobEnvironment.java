package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.plan.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How Flink itself is set up for every job of this project. */
public final class JobEnvironment {

  /** Low, because together these two are the latency of a pipeline with little traffic. */
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);

  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

  /** A job that has run for so long is well: earlier failures do not count any more. */
  private static final Duration WELL_AFTER = Duration.ofMinutes(10);

  /** A checkpoint that is through by then stays small; only one that is stuck takes more. */
  private static final Duration ALIGNED_FOR = Duration.ofSeconds(10);

  private JobEnvironment() {}

  /** For a job that runs until it is stopped, with checkpoints and restarts. */
  public static Configuration live(RunPlan run) {
    Configuration flink = common(run);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, run.checkpointInterval());
    flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    flink.set(CheckpointingOptions.ENABLE_UNALIGNED, run.unalignedCheckpoints());
    flink.set(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, ALIGNED_FOR);
    run.checkpointDirectory()
        .ifPresent(directory -> flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory));
    restarting(flink, run);
    return flink;
  }

  /** At longer and longer intervals, and not for ever: a cause that stays is to be seen. */
  private static void restarting(Configuration flink, RunPlan run) {
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofSeconds(1));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, run.maxRestarts());
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        WELL_AFTER);
  }

  /**
   * The environment of {@link #live} in a program that Flink's client submits to a cluster: with
   * the jars of the client, of which this program is one, and with those of the user's strategies.
   * Setting the second alone would take the place of the first.
   *
   * @throws ConfigurationException when a secret would go with it
   */
  public static StreamExecutionEnvironment submitted(RunPlan run) {
    return submitted(run, live(run));
  }

  /** The environment of {@link #offline} in such a program. */
  public static StreamExecutionEnvironment submittedOffline(RunPlan run) {
    return submitted(run, offline(run));
  }

  /**
   * The id that the cluster has given to the job before its program ran, as in application mode:
   * the same after the JobManager has failed and the program runs again.
   */
  public static Optional<String> fixedJobId(StreamExecutionEnvironment env) {
    return env.getConfiguration().getOptional(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID);
  }

  private static StreamExecutionEnvironment submitted(RunPlan run, Configuration flink) {
    if (!run.secretsWrittenOut().isEmpty()) {
      throw new ConfigurationException(run.secretsWrittenOut());
    }
    List<String> ours = strategyJars(run);
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
  public static Configuration offline(RunPlan run) {
    Configuration flink = common(run);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    flink.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(100));
    return flink;
  }

  private static Configuration common(RunPlan run) {
    Configuration flink = new Configuration();
    flink.set(org.apache.flink.configuration.PipelineOptions.NAME, run.name());
    flink.set(org.apache.flink.configuration.PipelineOptions.GENERIC_TYPES, false);
    flink.set(org.apache.flink.configuration.PipelineOptions.AUTO_GENERATE_UIDS, false);
    flink.set(org.apache.flink.configuration.PipelineOptions.OBJECT_REUSE, true);
    flink.set(org.apache.flink.configuration.PipelineOptions.MAX_PARALLELISM, run.maxParallelism());
    flink.set(
        org.apache.flink.configuration.PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
    flink.set(CoreOptions.DEFAULT_PARALLELISM, run.parallelism());
    flink.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    List<String> jars = strategyJars(run);
    if (!jars.isEmpty()) {
      flink.set(org.apache.flink.configuration.PipelineOptions.JARS, jars);
    }
    return flink;
  }

  /** As URLs: Flink ships these files to where the job runs. */
  private static List<String> strategyJars(RunPlan run) {
    return run.strategyJars().stream().map(path -> Path.of(path).toUri().toString()).toList();
  }
}
