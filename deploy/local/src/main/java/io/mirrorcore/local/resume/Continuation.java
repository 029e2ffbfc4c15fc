package io.mirrorcore.local.resume;

import io.mirrorcore.cluster.RetainedState;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.JobGround;
import io.mirrorcore.jobs.kafka.PublishedRecords;
import io.mirrorcore.jobs.topic.Role;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;

/**
 * From where a job starts: from its own newest checkpoint, or from nothing where it has none or is
 * told so. It does not start from the checkpoint of another job, and not from nothing beside what
 * it, or another, has published, unless it is told so: all of that would be published once more.
 *
 * @param fresh whether to begin anew although there is a checkpoint
 * @param append whether to begin anew beside records that are on the output topics
 */
public record Continuation(boolean fresh, boolean append) {

  /**
   * Decides, and marks the place where the job begins anew.
   *
   * @param place where the checkpoints are
   * @return what to go on from; empty to begin anew
   * @throws ContinuationException with what is in the way, and what to do about it
   */
  public Optional<RetainedState> of(CheckpointPlace place, Settings settings, Role job) {
    JobBinding now = JobBinding.of(settings, JobGround.of(settings, job));
    Optional<RetainedState> own = fresh ? Optional.empty() : own(place, now);
    if (own.isEmpty()) {
      requireAppend(settings, job);
      place.begin(now, Optional.empty());
    }
    return own;
  }

  /**
   * Decides for a job in this process, and sets Flink up for it.
   *
   * @param flink where checkpoints go from now on, and what is gone on from
   * @return one sentence that says both
   * @throws ContinuationException as {@link #of}
   */
  public String into(Configuration flink, CheckpointPlace place, Settings settings, Role job) {
    Optional<RetainedState> state = of(place, settings, job);
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, RetainedState.uri(place.directory()));
    state.ifPresent(
        newest -> {
          flink.set(StateRecoveryOptions.SAVEPOINT_PATH, RetainedState.uri(newest.path()));
          flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
    return state.map(newest -> "goes on from " + newest.path()).orElse("begins anew")
        + "; checkpoints are in "
        + place.directory();
  }

  /**
   * The newest state in a place, for a job that is told to go on from it, be it marked or not.
   *
   * @throws ContinuationException when the mark says that it does not fit
   */
  public static Optional<RetainedState> newest(CheckpointPlace place, Settings settings, Role job) {
    JobBinding now = JobBinding.of(settings, JobGround.of(settings, job));
    Optional<CheckpointPlace.Mark> mark = place.mark();
    Optional<RetainedState> newest = place.newest(mark);
    if (newest.isPresent() && mark.isPresent()) {
      requireSame(newest.get(), mark, now);
    } else if (newest.isPresent()) {
      place.begin(now, newest);
    }
    return newest;
  }

  /** Marks the place as that of a job that goes on from a state elsewhere, as it is told to. */
  public static void elsewhere(CheckpointPlace place, Settings settings, Role job) {
    place.begin(JobBinding.of(settings, JobGround.of(settings, job)), Optional.empty());
  }

  private static Optional<RetainedState> own(CheckpointPlace place, JobBinding now) {
    Optional<CheckpointPlace.Mark> mark = place.mark();
    Optional<RetainedState> newest = place.newest(mark);
    if (newest.isPresent()) {
      requireSame(newest.get(), mark, now);
    }
    return newest;
  }

  private static void requireSame(
      RetainedState state, Optional<CheckpointPlace.Mark> mark, JobBinding now) {
    String differs =
        mark.map(known -> String.join("; ", known.binding().differences(now)))
            .orElse("nothing beside it says whose it is");
    if (!differs.isEmpty()) {
      throw new ContinuationException(
          "the checkpoint %s does not fit this job: %s; set back what differs, or begin anew with --fresh"
              .formatted(state.path(), differs),
          null);
    }
  }

  /**
   * Insists that a job that begins anew has the output topics to itself, or may append to them.
   *
   * @throws ContinuationException naming the topics that hold records
   */
  public void requireAppend(Settings settings, Role job) {
    List<String> filled = append ? List.of() : PublishedRecords.on(settings, job);
    if (!filled.isEmpty()) {
      throw new ContinuationException(
          "there is no checkpoint to go on from, and there are records on %s: begin anew beside them with --append, or give the job topics of its own"
              .formatted(String.join(", ", filled)),
          null);
    }
  }
}
