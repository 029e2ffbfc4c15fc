package io.mirrorcore.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.JobProgram;
import io.mirrorcore.jobs.config.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** How the five mains are used, as programs of their own and under Flink's client. */
@Isolated("Flink's context environment is one per process")
class JobMainsTest {

  private static final Map<String, Callable<Integer>> JOBS =
      Map.of(
          "PipelineJob", new PipelineJob(),
          "EnsembleJob", new EnsembleJob(),
          "PaperJob", new PaperJob(),
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
  @ValueSource(strings = {"PipelineJob", "EnsembleJob", "PaperJob", "BacktestJob", "TuneJob"})
  void everyJobExplainsItself(String job) {
    Ran ran = Ran.of(job, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: " + job, "--config", "--set", "--help");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().contains("--train")).isEqualTo(!ran.out().contains("Kafka"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PipelineJob", "EnsembleJob", "PaperJob", "BacktestJob", "TuneJob"})
  void wrongUsageIsOneSentence(String job) {
    for (String[] wrong :
        new String[][] {
          {"--config"}, {"--set", "job.name"}, {"--cofnig", "--out=x", "--method=grid"}
        }) {
      Ran ran = Ran.of(job, wrong);

      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).singleElement().asString().contains(wrong[0]).endsWith(helpOf(job));
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void anUnknownOptionIsSaidWithTheOneThatWasProbablyMeant() {
    assertThat(Ran.of("PipelineJob", "--cofnig").err())
        .containsExactly(
            "Unknown option: '--cofnig' (did you mean --config?); PipelineJob --help tells how it"
                + " is used");
  }

  private static String helpOf(String job) {
    return "; " + job + " --help tells how it is used";
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

  @Test
  void aTrainOfTheWalkThatCannotBeIsASentence(@TempDir Path directory) throws IOException {
    Path returns = directory.resolve("returns.csv");
    Files.writeString(returns, "time,A,B\n2024-01-01,0.1,0.2\n2024-01-02,0.1,0.3\n");
    String[] walk = {"--returns", returns.toString(), "--out", directory.resolve("x").toString()};

    Ran notANumber = Ran.of("BacktestJob", with(walk, "--train", "sixty"));
    assertThat(notANumber.code()).isEqualTo(2);
    assertThat(notANumber.err()).singleElement().asString().contains("--train", "sixty");
    assertThat(Ran.of("BacktestJob", with(walk, "--train", "1")).err())
        .singleElement()
        .asString()
        .startsWith("backtest.train must be a whole number");
    Ran tooLong = Ran.of("BacktestJob", with(walk, "--train", "60"));
    assertThat(tooLong.code()).isEqualTo(1);
    assertThat(tooLong.err())
        .singleElement()
        .asString()
        .contains("backtest.train + backtest.test = 60");
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
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
    String[] twoSearches = {"--method", "bayes", "--lambda", "50", "--out", "x"};
    assertThatThrownBy(() -> TuneJob.main(twoSearches))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContainingAll("--method grid", "TuneJob --help");
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
