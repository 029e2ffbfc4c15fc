package io.mirrorcore.jobs.plan;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How Flink runs a job.
 *
 * @param name of the job on the cluster
 * @param parallelism instances of each operator, 1 or more
 * @param maxParallelism key groups, at least {@code parallelism}
 * @param checkpointInterval time between two checkpoints, positive
 * @param unalignedCheckpoints whether one that waits too long takes the records in flight with it
 * @param checkpointDirectory directory or URI; empty where the cluster's own is used
 * @param maxRestarts after failures in a row, 1 or more; the next failure is then the last
 * @param strategyJars paths of jars with the user's strategies
 * @param secretsWrittenOut one sentence for each secret that stands in the configuration itself;
 *     with any, the job must not leave this process. The sentence does not hold the secret.
 */
public record RunPlan(
    String name,
    int parallelism,
    int maxParallelism,
    Duration checkpointInterval,
    boolean unalignedCheckpoints,
    Optional<String> checkpointDirectory,
    int maxRestarts,
    List<String> strategyJars,
    List<String> secretsWrittenOut) {

  public static RunPlan of(Settings settings) {
    return new RunPlan(
        settings.get(PipelineKeys.JOB_NAME),
        settings.get(PipelineKeys.JOB_PARALLELISM),
        settings.get(PipelineKeys.JOB_MAX_PARALLELISM),
        settings.get(PipelineKeys.JOB_CHECKPOINT_INTERVAL),
        settings.get(PipelineKeys.JOB_UNALIGNED_CHECKPOINTS),
        settings.find(PipelineKeys.JOB_CHECKPOINT_DIR),
        settings.get(PipelineKeys.JOB_MAX_RESTARTS),
        settings.get(StrategyKeys.JARS),
        settings.secretsWrittenOut());
  }
}
