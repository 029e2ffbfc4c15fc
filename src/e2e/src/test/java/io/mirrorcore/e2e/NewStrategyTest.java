package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What new-strategy writes builds at once, its test with it, and is judged from its jar. */
class NewStrategyTest {

  @TempDir private Path directory;

  @Test
  void buildsOnTheFirstTryWithoutANetworkAndIsJudged() throws Exception {
    Path project = directory.resolve("mine");
    assertThat(Cli.run("new-strategy", "BuyTheDip", "--out=" + project).exit()).isZero();

    String said = maven(project);

    assertThat(said).contains("Tests run: 7, Failures: 0, Errors: 0, Skipped: 0");
    Path jar = project.resolve("target/buy-the-dip.jar");
    assertThat(Files.exists(jar)).isTrue();
    Cli study =
        Cli.run(
            "study",
            "--prices=" + Samples.reference("us-daily-prices-sample.csv.gz"),
            "--set=strategies.jars=" + jar,
            "--strategy=BUY_THE_DIP");
    assertThat(study.exit()).as(study.err()).isZero();
    assertThat(study.out()).startsWith("BUY_THE_DIP alone over");
  }

  /** Offline: what it needs is what the build of this module has needed itself. */
  private static String maven(Path project) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-ntp", "package"));
    String repository = System.getProperty("localRepository"); // as surefire says it
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    Process process =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
