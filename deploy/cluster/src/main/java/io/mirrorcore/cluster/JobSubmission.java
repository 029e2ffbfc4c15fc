package io.mirrorcore.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The request to run a job on a cluster.
 *
 * @param name of the job, which is also where its checkpoints and savepoints lie
 * @param arguments of {@code PipelineJob}
 * @param restore path or URI of the checkpoint or savepoint to go on from; empty to begin anew
 * @param claim whether the job may delete what it goes on from, once it has a newer checkpoint
 */
public record JobSubmission(
    String name, List<String> arguments, Optional<String> restore, boolean claim) {

  public JobSubmission {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("name must be that of a directory; have " + name);
    }
    arguments = List.copyOf(arguments);
  }

  /** A job that begins anew. */
  public static JobSubmission of(String name, List<String> arguments) {
    return new JobSubmission(name, arguments, Optional.empty(), false);
  }

  /** The same job, going on from a savepoint or checkpoint that stays the user's. */
  public JobSubmission restoring(String path) {
    return new JobSubmission(name, arguments, Optional.of(path), false);
  }

  /** The same job, going on from what an earlier one left behind. */
  public JobSubmission restoring(RetainedState state) {
    return new JobSubmission(
        name, arguments, Optional.of(RetainedState.uri(state.path())), !state.isSavepoint());
  }
}
