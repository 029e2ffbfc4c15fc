package io.mirrorcore.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.JobProgram;
import io.mirrorcore.jobs.config.ConfigurationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** How the four mains are used, as programs of their own and under Flink's client. */
class JobMainsTest {

  private static final Map<String, Callable<Integer>> JOBS =
      Map.of(
          "PipelineJob", new PipelineJob(),
          "EnsembleJob", new EnsembleJob(),
          "BacktestJob", new BacktestJob(),
          "TuneJob", new TuneJob());

  private record Ran(int code, String out, List<String> err) {

    static Ran of(String job, String... arguments) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CommandLine command =
          JobProgram.commandLine(JOBS.get(job))
              .setOut(new PrintWriter(out, true))
              .setErr(new PrintWriter(err, true));
      int code = command.execute(arguments);
      return new Ran(code, out.toString(), err.toString().lines().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PipelineJob", "EnsembleJob", "BacktestJob", "TuneJob"})
  void everyJobExplainsItself(String job) {
    Ran ran = Ran.of(job, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: " + job, "--config", "--set", "--help");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().contains("--train")).isEqualTo(!ran.out().contains("Kafka"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PipelineJob", "EnsembleJob", "BacktestJob", "TuneJob"})
  void wrongUsageIsASentenceAndTheUsage(String job) {
    for (String[] wrong : new String[][] {{"--config"}, {"--set", "job.name"}, {"--trian", "60"}}) {
      Ran ran = Ran.of(job, wrong);

      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).noneMatch(line -> line.contains("\tat ")).anyMatch(hasUsage(job));
      assertThat(ran.out()).isEmpty();
    }
  }

  private static Predicate<String> hasUsage(String job) {
    return line -> line.contains("Usage: " + job);
  }

  @Test
  void whatCannotBeDoneIsOneSentence() {
    assertThat(Ran.of("PipelineJob", "--set", "job.parallelism=200"))
        .satisfies(JobMainsTest::saysOneSentence)
        .extracting(Ran::err)
        .asString()
        .contains("job.parallelism", "job.max-parallelism");
    assertThat(Ran.of("BacktestJob", "--prices", "nowhere.csv", "--out", "x"))
        .satisfies(JobMainsTest::saysOneSentence)
        .extracting(Ran::err)
        .asString()
        .contains("cannot read nowhere.csv");
    assertThat(Ran.of("TuneJob", "--method=grid", "--out=x"))
        .satisfies(JobMainsTest::saysOneSentence)
        .extracting(Ran::err)
        .asString()
        .contains("--prices", "--returns");
  }

  private static void saysOneSentence(Ran ran) {
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).hasSize(1);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void optionsOfOneSearchAreNotTakenForAnother() {
    Ran ran = Ran.of("TuneJob", "--method", "bayes", "--lambda", "50,100", "--out", "x");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .anyMatch(line -> line.contains("--lambda and --eta are of --method grid"));
  }

  @Test
  void underAClientAFailureIsThrownWithItsSentenceAndTheProcessGoesOn() throws Exception {
    runUnderAClient();

    assertThatThrownBy(() -> BacktestJob.main(new String[] {"--price", "p.csv", "--out", "x"}))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContainingAll("--price", "BacktestJob --help")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> PipelineJob.main(new String[] {"--set", "bars.interval=soon"}))
        .isInstanceOf(ConfigurationException.class)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("soon");
    PipelineJob.main(new String[] {"--help"});
  }

  private static void runUnderAClient() {
    StreamContextEnvironment.setAsContext(
        new DefaultExecutorServiceLoader(),
        new Configuration(),
        JobMainsTest.class.getClassLoader(),
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
}
