package io.mirrorcore.jobs;

import io.mirrorcore.jobs.config.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The arguments of a main class that a cluster runs, pairs of a name and a value: {@code [--config
 * FILE] [--set KEY=VALUE]...} as the commands of {@code deploy/local} have them, and what the job
 * has besides.
 */
final class JobArguments {

  private static final String CONFIG = "--config";
  private static final String SET = "--set";

  private final Map<String, String> values;
  private final Map<String, String> overrides;

  private JobArguments(Map<String, String> values, Map<String, String> overrides) {
    this.values = values;
    this.overrides = overrides;
  }

  /**
   * Reads them.
   *
   * @param names that the job has besides
   * @throws IllegalArgumentException saying the usage
   */
  static JobArguments of(Class<?> job, String[] arguments, String... names) {
    List<String> allowed = Arrays.asList(names);
    Map<String, String> values = new TreeMap<>();
    Map<String, String> overrides = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      int equals = value.indexOf('=');
      if (name.equals(SET) && equals > 0) {
        overrides.put(value.substring(0, equals), value.substring(equals + 1));
      } else if ((name.equals(CONFIG) || allowed.contains(name)) && !value.isEmpty()) {
        values.put(name, value);
      } else {
        throw new IllegalArgumentException(usage(job, allowed, arguments));
      }
    }
    return new JobArguments(values, overrides);
  }

  private static String usage(Class<?> job, List<String> allowed, String[] arguments) {
    StringBuilder usage = new StringBuilder("usage: ").append(job.getSimpleName());
    usage.append(" [--config FILE] [--set KEY=VALUE]...");
    allowed.forEach(name -> usage.append(" [").append(name).append(" ...]"));
    return usage.append("; have ").append(String.join(" ", arguments)).toString();
  }

  /**
   * The file, or the defaults, with what overrides it: all at once, for rules hold between them.
   */
  Settings settings() {
    Settings file = path(CONFIG).map(Settings::load).orElseGet(Settings::defaults);
    return file.with(overrides);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A path that means the same to another process, whose working directory is another. */
  Optional<Path> path(String name) {
    return find(name).map(file -> Path.of(file).toAbsolutePath());
  }
}
