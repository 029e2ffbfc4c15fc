package io.mirrorcore.local.resume;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a job that runs in this process keeps its checkpoints: in {@code job.checkpoint-dir}, else
 * in a directory of the user's that is named by the job, as the XDG specification has it for state.
 */
public final class OwnDirectory {

  private static final Pattern URI_TEXT = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private OwnDirectory() {}

  /**
   * The directory.
   *
   * @param stateHome value of {@code XDG_STATE_HOME}, or null
   * @param home of the user
   * @throws ContinuationException when it is not among the files of this machine
   */
  public static Path of(Settings settings, String stateHome, Path home) {
    Optional<String> configured = settings.find(PipelineKeys.JOB_CHECKPOINT_DIR);
    return configured.isPresent()
        ? required(configured.get())
        : state(stateHome, home).resolve("mirrorcore").resolve(name(settings));
  }

  /** The specification has a relative one ignored. */
  private static Path state(String stateHome, Path home) {
    return stateHome != null && Path.of(stateHome).isAbsolute()
        ? Path.of(stateHome)
        : home.resolve(".local").resolve("state");
  }

  /** A name of dots alone would be another directory. */
  private static String name(Settings settings) {
    String job = settings.get(PipelineKeys.JOB_NAME);
    return job.matches("\\.+") ? "job" + job : job;
  }

  private static Path required(String text) {
    return path(text)
        .orElseThrow(
            () ->
                new ContinuationException(
                    "job.checkpoint-dir is %s: run goes on from a directory of this machine only; set one"
                        .formatted(text),
                    null));
  }

  /** The directory that a path or URI leads to; empty where it is on no disk of this machine. */
  public static Optional<Path> path(String text) {
    if (!URI_TEXT.matcher(text).matches()) {
      return Optional.of(Path.of(text));
    }
    return text.startsWith("file:/")
        ? Optional.of(Path.of(text.replaceFirst("^file:/+", "/"))) // as Flink reads it: unescaped
        : Optional.empty();
  }
}
