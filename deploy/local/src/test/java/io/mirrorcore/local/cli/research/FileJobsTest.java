package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.BacktestJob;
import io.mirrorcore.jobs.TuneJob;
import io.mirrorcore.local.cli.CommandLineRun;
import io.mirrorcore.local.cli.Tree;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mains that a cluster runs take the options of the commands and leave the same files. */
class FileJobsTest {

  private static final Object[] WALK = {
    "--prices", Path.of("../../src/reference/us-daily-prices-sample.csv.gz"),
    "--train", 60,
    "--test", 20
  };

  @TempDir private Path directory;

  private static Object[] with(Path out, Object... more) {
    return Stream.of(more, WALK, new Object[] {"--out", out})
        .flatMap(Arrays::stream)
        .toArray(Object[]::new);
  }

  private static String[] texts(Object... arguments) {
    return Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
  }

  @Test
  void aBacktestIsThatOfTheCommand() throws Exception {
    Path command = directory.resolve("command");
    Path job = directory.resolve("job");

    assertThat(CommandLineRun.of(with(command, "backtest")).exitCode()).isZero();
    BacktestJob.main(texts(with(job)));

    assertThat(Tree.contents(job)).isEqualTo(Tree.contents(command)).isNotEmpty();
  }

  @Test
  void aTuningIsThatOfTheCommand() throws Exception {
    Path command = directory.resolve("command");
    Path job = directory.resolve("job");
    Object[] grid = {"--lambda", "50,300", "--eta", "0.01,0.1"};

    Object[] tune =
        Stream.of(new Object[] {"tune", "grid"}, grid).flatMap(Arrays::stream).toArray();
    assertThat(CommandLineRun.of(with(command, tune)).exitCode()).isZero();
    TuneJob.main(
        texts(
            with(
                job, Stream.concat(Stream.of("--method", "grid"), Arrays.stream(grid)).toArray())));

    assertThat(Tree.contents(job)).isEqualTo(Tree.contents(command)).isNotEmpty();
  }
}
