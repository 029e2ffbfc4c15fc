package io.mirrorcore.cluster;

import java.util.Set;

/**
 * The state of a job as its cluster reports it.
 *
 * @param id 32 hexadecimal digits, new for every submission
 * @param name {@code job.name} of the configuration
 * @param state Flink's word for it, such as RUNNING, RESTARTING, FINISHED, CANCELED
 * @param runningTasks how many of its tasks run
 * @param totalTasks how many it has
 * @param checkpoints completed since it was submitted
 * @param restores how often it went on from a checkpoint or savepoint since then: after failures,
 *     and at its start if it was told to
 */
public record JobStatus(
    String id,
    String name,
    String state,
    int runningTasks,
    int totalTasks,
    long checkpoints,
    long restores) {

  private static final Set<String> OVER = Set.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED");

  /** Whether it has ended for good. */
  public boolean isOver() {
    return OVER.contains(state);
  }

  /** Whether it will run, and not all of its tasks do so yet. */
  public boolean isStarting() {
    return !isOver() && runningTasks < totalTasks;
  }
}
