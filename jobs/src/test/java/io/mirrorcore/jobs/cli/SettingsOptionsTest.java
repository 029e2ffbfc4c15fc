package io.mirrorcore.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SettingsOptionsTest {

  @TempDir private Path directory;

  @Command
  private static final class Any {
    @Mixin private SettingsOptions options;
  }

  private static SettingsOptions options(String... arguments) {
    Any any = new Any();
    new CommandLine(any).parseArgs(arguments);
    return any.options;
  }

  private static Settings settings(String... arguments) {
    return options(arguments).settings();
  }

  @Test
  void overridesTheFileWhereverItStands() throws Exception {
    Path file = Files.writeString(directory.resolve("f.yaml"), "job: {name: a, parallelism: 3}");

    Settings settings = settings("--set", "job.name=b", "--config", "" + file);

    assertThat(settings.get(PipelineKeys.JOB_NAME)).isEqualTo("b");
    assertThat(settings.get(PipelineKeys.JOB_PARALLELISM)).isEqualTo(3);
    assertThat(settings()).isEqualTo(Settings.defaults());
  }

  @Test
  void takesOverridesThatAreValidOnlyTogether() {
    Settings settings =
        settings("--set", "job.parallelism=200", "--set", "job.max-parallelism=256");

    assertThat(settings.get(PipelineKeys.JOB_PARALLELISM)).isEqualTo(200);
    assertThatThrownBy(() -> settings("--set", "job.parallelism=200"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void presetsGiveWayToWhatTheUserGave() {
    SettingsOptions options = options("-s", "job.name=b");
    Settings settings = options.settings(Map.of("job.name", "c", "bars.interval", "1d"));

    assertThat(settings.get(PipelineKeys.JOB_NAME)).isEqualTo("b");
    assertThat(settings.isSet("bars.interval")).isTrue();
    assertThat(options.gives("bars.interval")).isFalse();
  }

  @Test
  void anotherProcessReadsTheSame() throws Exception {
    Path file = Files.writeString(directory.resolve("f.yaml"), "job: {name: a, parallelism: 3}");
    SettingsOptions options = options("--config", "" + file, "--set", "bars.interval=1d");

    String[] arguments = options.arguments(Map.of("job.parallelism", "4")).toArray(String[]::new);

    assertThat(settings(arguments)).isEqualTo(options.settings().with("job.parallelism", 4));
  }

  @Test
  void noMessageEchoesAPassword() {
    assertThat(
            UsageSentences.withoutSecrets(
                "Value for option '--set' (KEY=VALUE) should be in KEY=VALUE format but was"
                    + " kafka.sasl.password:hunter2"))
        .endsWith("but was kafka.sasl.password");
    assertThat(UsageSentences.withoutSecrets("Unknown options: 'kafka.sasl.password=hunter2 more'"))
        .endsWith("'kafka.sasl.password=******");
  }

  @Test
  void aDirectoryIsNoFile() {
    assertThatThrownBy(() -> SettingsOptions.existing(directory))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("is a directory");
  }
}
