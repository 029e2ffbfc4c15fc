package io.mirrorcore.local.cli.operate;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.ClientProperties;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config check} and {@code config print}. */
@Command(
    name = "config",
    description = "Checks or prints the configuration.",
    synopsisSubcommandLabel = "COMMAND")
public final class ConfigCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      description = {"Says whether the configuration is valid, and its secrets can be read here."})
  int check(@Mixin SettingsOptions options) {
    Settings settings = options.settings();
    List<String> missing = settings.missingSecrets();
    if (!missing.isEmpty()) {
      throw new ConfigurationException(missing);
    }
    requireClientsThatStart(settings);
    int strategies = settings.strategies().size();
    out().println("The configuration is valid: " + strategies + " strategies are on.");
    return 0;
  }

  private void requireClientsThatStart(Settings settings) {
    ClientProperties kafka = ClientProperties.of(settings.kafkaProperties());
    if (!kafka.refused().isEmpty()) {
      throw new ConfigurationException(kafka.refused());
    }
    for (String name : kafka.unknown()) {
      spec.commandLine()
          .getErr()
          .println(
              "kafka.%s is known to none of Kafka's clients, and goes to them as it stands"
                  .formatted(name));
    }
  }

  @Command(
      name = "print",
      description = "Prints every option with its value, default and meaning, as YAML.")
  int print(@Mixin SettingsOptions options) {
    out().print(options.settings().print());
    out().flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
