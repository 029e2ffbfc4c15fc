package io.mirrorcore.jobs;

import io.mirrorcore.jobs.config.Settings;
import java.nio.file.Path;

/** The arguments of a main class that a cluster runs: {@code --config FILE}. */
final class JobArguments {

  private JobArguments() {}

  static Settings settings(Class<?> job, String[] arguments) {
    if (arguments.length != 2 || !arguments[0].equals("--config")) {
      throw new IllegalArgumentException("usage: " + job.getSimpleName() + " --config FILE");
    }
    return Settings.load(Path.of(arguments[1]));
  }
}
