package io.mirrorcore.local.cli.operate;

import io.mirrorcore.cluster.FlinkCluster;
import io.mirrorcore.cluster.JobSubmission;
import io.mirrorcore.cluster.RetainedState;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The options that say from where a submitted job goes on; one or none of them. */
final class JobOrigin {

  @Option(
      names = "--from-latest-checkpoint",
      required = true,
      description = "Goes on from the newest retained checkpoint or savepoint of the job.")
  private boolean latest;

  @Option(
      names = "--restore",
      required = true,
      paramLabel = "PATH",
      description = "Goes on from this savepoint or checkpoint.")
  private String path;

  /** The job, going on from there. */
  JobSubmission of(JobSubmission job, Settings settings, FlinkCluster cluster, PrintWriter err) {
    if (!latest) {
      return job.restoring(path);
    }
    settings.find(PipelineKeys.JOB_CHECKPOINT_DIR).ifPresent(JobOrigin::refuse);
    RetainedState state =
        cluster
            .newestState(job.name())
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "there is no retained checkpoint or savepoint of job %s in %s: give --restore PATH, or neither to begin anew"
                            .formatted(job.name(), cluster.directory())));
    err.println("goes on from " + state.path());
    err.flush();
    return job.restoring(state);
  }

  /** What lies in the cluster's directory may be older than what lies there. */
  private static void refuse(String elsewhere) {
    throw new CommandFailure(
        "checkpoints are in %s (job.checkpoint-dir): give --restore with the path of the newest"
            .formatted(elsewhere));
  }
}
