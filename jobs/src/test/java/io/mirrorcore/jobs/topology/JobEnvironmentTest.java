package io.mirrorcore.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("Flink's context environment is one per process")
class JobEnvironmentTest {

  private static final String OWN = "file:///opt/mirrorcore-jobs.jar";

  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void aJarWithAStrategyAndAClientOfACluster() throws IOException {
    jar = directory.resolve("with space.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("META-INF/services/io.mirrorcore.strategy.Strategy"));
      zip.write(Idle.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    Configuration client = new Configuration();
    client.set(PipelineOptions.JARS, List.of(OWN));
    StreamContextEnvironment.setAsContext(
        new DefaultExecutorServiceLoader(),
        client,
        getClass().getClassLoader(),
        1,
        1,
        true,
        null,
        null,
        List.of());
  }

  @AfterEach
  void noClient() {
    StreamContextEnvironment.unsetAsContext();
  }

  @Test
  void handsJarsOfStrategiesToFlinkAsUrls() {
    RunPlan plan = RunPlan.of(Settings.defaults().with("strategies.jars", jar));
    String url = "file://" + directory + "/with%20space.jar";

    assertThat(JobEnvironment.live(plan).get(PipelineOptions.JARS)).containsExactly(url);
    assertThat(JobEnvironment.offline(plan).get(PipelineOptions.JARS)).containsExactly(url);
    assertThat(
            JobEnvironment.live(RunPlan.of(Settings.defaults())).getOptional(PipelineOptions.JARS))
        .isEmpty();
  }

  @Test
  void endsARestartLoopThatMakesNoProgress() {
    Configuration flink =
        JobEnvironment.live(RunPlan.of(Settings.defaults().with("job.max-restarts", 7)));

    assertThat(flink.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
    assertThat(flink.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS))
        .isEqualTo(7);
    assertThat(
            flink.get(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD))
        .hasMinutes(10);
  }

  @Test
  void takesRecordsInFlightIntoACheckpointOnlyWhereAskedAndAfterAWhile() {
    Configuration usual = JobEnvironment.live(RunPlan.of(Settings.defaults()));
    Configuration asked =
        JobEnvironment.live(
            RunPlan.of(Settings.defaults().with("job.unaligned-checkpoints", true)));

    assertThat(usual.get(CheckpointingOptions.ENABLE_UNALIGNED)).isFalse();
    assertThat(asked.get(CheckpointingOptions.ENABLE_UNALIGNED)).isTrue();
    assertThat(asked.get(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT)).hasSeconds(10);
  }

  @Test
  void keepsTheJarsWithWhichAClientSubmitsTheJob() {
    Settings settings = Settings.defaults().with("strategies.jars", jar).with("job.parallelism", 3);
    RunPlan plan = RunPlan.of(settings);

    StreamExecutionEnvironment env = JobEnvironment.submitted(plan);

    assertThat(env.getConfiguration().get(PipelineOptions.JARS))
        .containsExactly(OWN, jar.toUri().toString());
    assertThat(env.getParallelism()).isEqualTo(3);
    assertThat(env.getConfiguration().get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(3);
    assertThat(
            JobEnvironment.submitted(RunPlan.of(Settings.defaults()))
                .getConfiguration()
                .get(PipelineOptions.JARS))
        .containsExactly(OWN);
  }

  /** A strategy that is found and never run. */
  public static final class Idle implements SymbolStrategy {

    @Override
    public String id() {
      return "IDLE";
    }

    @Override
    public Input input() {
      return Input.PRICES;
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }

    @Override
    public Machine machine(Parameters parameters) {
      throw new UnsupportedOperationException("this test runs no strategy");
    }
  }
}
