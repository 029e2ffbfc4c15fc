package io.mirrorcore.local.inspect;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.config.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration: valid, or what is wrong with it. */
final class ConfigurationReport {

  private ConfigurationReport() {}

  static FileReport of(Path file) {
    String check = "./mirrorcore config check --config " + Quoted.of(file);
    try {
      Settings.load(file);
      return new FileReport(file.toString(), "a configuration", Map.of(), List.of(), check);
    } catch (RuntimeException e) {
      if (e instanceof UserError) {
        List<String> lines = e.getMessage().lines().toList();
        return new FileReport(file.toString(), "a configuration", Map.of(), lines, check);
      }
      throw e;
    }
  }
}
