package io.mirrorcore.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {

  @TempDir private Path directory;

  private static Settings settings(String... arguments) {
    return JobArguments.of(PipelineJob.class, arguments, "--out").settings();
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
  void saysHowItIsUsed() {
    for (String[] wrong :
        new String[][] {
          {"--config"}, {"--set", "job.name"}, {"--set", "=x"}, {"run", "fast"}, {"--out"}
        }) {
      assertThatThrownBy(() -> settings(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("usage: PipelineJob");
    }
  }
}
