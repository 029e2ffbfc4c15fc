package io.mirrorcore.local.cli.operate;

import io.mirrorcore.cluster.FlinkCluster;
import io.mirrorcore.cluster.JobSubmission;
import io.mirrorcore.cluster.RetainedState;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.local.resume.CheckpointPlace;
import io.mirrorcore.local.resume.Continuation;
import io.mirrorcore.local.resume.OwnDirectory;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say from where a submitted job goes on. */
final class JobOrigin {

  @ArgGroup private Where where;

  @Option(
      names = "--append",
      description =
          "Begins anew beside what is on the output topics; weights come when they are newer.")
  private boolean append;

  /** One or none of these. */
  static final class Where {

    @Option(
        names = "--from-latest-checkpoint",
        required = true,
        description =
            "Goes on from the newest retained checkpoint or savepoint of the job, and fails where"
                + " there is none.")
    private boolean latest;

    @Option(
        names = "--restore",
        required = true,
        paramLabel = "PATH",
        description = "Goes on from this savepoint or checkpoint.")
    private String path;

    @Option(
        names = "--fresh",
        required = true,
        description = "Begins anew although there is a checkpoint, which stays where it is.")
    private boolean fresh;
  }

  /** The job, going on from there. */
  JobSubmission of(JobSubmission job, Settings settings, FlinkCluster cluster, PrintWriter err) {
    Optional<CheckpointPlace> place = place(job, settings, cluster);
    if (where != null && where.path != null) {
      place.ifPresent(here -> Continuation.elsewhere(here, settings, Role.PIPELINE));
      return job.restoring(where.path);
    }
    Optional<RetainedState> state =
        where != null && where.latest
            ? Optional.of(latest(place.orElseThrow(() -> elsewhere(settings)), settings, job))
            : state(place, settings);
    err.println(state.map(newest -> "goes on from " + newest.path()).orElse("begins anew"));
    err.flush();
    return state.map(job::restoring).orElse(job);
  }

  private Optional<RetainedState> state(Optional<CheckpointPlace> place, Settings settings) {
    Continuation continuation = new Continuation(where != null && where.fresh, append);
    if (place.isEmpty()) {
      continuation.requireAppend(settings, Role.PIPELINE);
      return Optional.empty();
    }
    return continuation.of(place.get(), settings, Role.PIPELINE);
  }

  /** Empty where the checkpoints are out of sight. */
  private static Optional<CheckpointPlace> place(
      JobSubmission job, Settings settings, FlinkCluster cluster) {
    return settings
        .find(PipelineKeys.JOB_CHECKPOINT_DIR)
        .map(OwnDirectory::path)
        .orElseGet(() -> Optional.of(cluster.checkpoints(job.name())))
        .map(here -> new CheckpointPlace(here, Optional.of(cluster.savepoints(job.name()))));
  }

  private static CommandFailure elsewhere(Settings settings) {
    return new CommandFailure(
        "checkpoints are in %s (job.checkpoint-dir): give --restore with the path of the newest"
            .formatted(settings.find(PipelineKeys.JOB_CHECKPOINT_DIR).orElseThrow()));
  }

  private static RetainedState latest(CheckpointPlace place, Settings settings, JobSubmission job) {
    return Continuation.newest(place, settings, Role.PIPELINE)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "there is no retained checkpoint or savepoint of job %s in %s: give --restore PATH, or --fresh to begin anew"
                        .formatted(job.name(), place.directory())));
  }
}
