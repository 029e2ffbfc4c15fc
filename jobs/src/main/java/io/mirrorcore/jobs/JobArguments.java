package io.mirrorcore.jobs;

import io.mirrorcore.jobs.config.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The arguments of a main class that a cluster runs: pairs of a name and a value, of which {@code
 * --config FILE} is the one that all have.
 */
final class JobArguments {

  private final Map<String, String> values;

  private JobArguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads them.
   *
   * @param names that are allowed besides {@code --config}
   * @throws IllegalArgumentException saying the usage
   */
  static JobArguments of(Class<?> job, String[] arguments, String... names) {
    List<String> allowed = Arrays.asList(names);
    Map<String, String> values = new TreeMap<>();
    boolean sound = arguments.length % 2 == 0;
    for (int i = 0; sound && i < arguments.length; i += 2) {
      sound = arguments[i].equals("--config") || allowed.contains(arguments[i]);
      sound &= values.put(arguments[i], arguments[i + 1]) == null;
    }
    if (!sound || !values.containsKey("--config")) {
      StringBuilder usage = new StringBuilder("usage: " + job.getSimpleName() + " --config FILE");
      allowed.forEach(name -> usage.append(" [").append(name).append(" ...]"));
      throw new IllegalArgumentException(usage.toString());
    }
    return new JobArguments(values);
  }

  Settings settings() {
    return Settings.load(Path.of(values.get("--config")));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<Path> path(String name) {
    return find(name).map(Path::of);
  }
}
