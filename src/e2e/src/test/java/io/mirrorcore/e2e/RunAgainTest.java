package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code run}, its end, and {@code run} again: nothing is published twice, and nothing missing. */
@ExtendWith(SharedBroker.class)
class RunAgainTest {

  private static final String MARKET = "us-daily-prices-sample.csv.gz";
  private static final long HALF = 1_563_220_800_000L;
  private static final List<Topic> COMPARED =
      List.of(
          Topic.SIGNALS,
          Topic.STRATEGY_RETURNS,
          Topic.WEIGHTS,
          Topic.POSITIONS,
          Topic.PERFORMANCE,
          Topic.ALERTS);
  private static final String[] DAILY = {
    "bars.interval: 1d", "job.inputs: [prices]", "job.parallelism: 1"
  };

  @TempDir private Path directory;
  private Process run;

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    if (run != null) {
      run.destroyForcibly().waitFor();
    }
  }

  @Test
  void goesOnFromItsOwnLastCheckpoint() throws Exception {
    Stage whole = new Stage(directory, "at-once", DAILY);
    whole.succeed("feed", "--prices=" + Samples.reference(MARKET));
    whole.succeed("run", "--replay");

    Stage stage = new Stage(directory, "again", DAILY);
    stage.succeed("feed", "--prices=" + part("first.csv", true));
    Path err = directory.resolve("first.err");
    start(stage, err);
    awaitWeights(stage, 20);
    stop();
    assertThat(Files.readString(err)).contains("begins anew; checkpoints are in " + state());
    assertThat(checkpoints()).hasSize(1);

    stage.succeed("feed", "--prices=" + part("second.csv", false));
    err = directory.resolve("second.err");
    start(stage, err);
    awaitWeights(stage, whole.readAll(Topic.WEIGHTS).size());
    stop();
    assertThat(Files.readString(err)).containsPattern("goes on from " + state() + "/.*/chk-");
    for (Topic topic : COMPARED) {
      assertThat(stage.read(topic)).as(topic.word()).isNotEmpty().isEqualTo(whole.read(topic));
    }
    refusesWhatWouldPublishItAgain(stage);
  }

  private void refusesWhatWouldPublishItAgain(Stage stage) throws IOException {
    List<Path> checkpoints = checkpoints();
    List<String> weights = stage.readAll(Topic.WEIGHTS);
    String dir = "--set=job.checkpoint-dir=" + state();

    assertThat(failed(stage, "run", dir, "--set=ensemble.window=90"))
        .contains("ensemble.window was 60 and is 90", "--fresh");
    assertThat(failed(stage, "run", dir, "--set=topics.prices=at-once-prices"))
        .contains("topics.prices was again-prices (id ", " and is at-once-prices (id ");
    assertThat(failed(stage, "run", dir, "--fresh")).contains("again-weights", "--append");
    assertThat(failed(stage, "run", "--replay", dir)).contains("again-weights", "--append");

    stage.succeed("run", "--replay", "--append", dir);
    assertThat(stage.readAll(Topic.WEIGHTS)).as("none is older").isEqualTo(weights);
    assertThat(checkpoints()).as("a replay leaves them alone").isEqualTo(checkpoints);
  }

  private static String failed(Stage stage, String... command) {
    Cli result = stage.run(command);
    assertThat(result.exit()).as(result.err()).isEqualTo(1);
    assertThat(result.err()).doesNotContain("\tat ");
    return result.err();
  }

  private Path part(String name, boolean first) throws IOException {
    List<String> rows = Samples.rows(MARKET);
    List<String> part = new ArrayList<>(List.of(rows.get(0)));
    rows.stream()
        .skip(1)
        .filter(row -> Long.parseLong(row.split(",", -1)[1]) <= HALF == first)
        .forEach(part::add);
    return Files.write(directory.resolve(name), part);
  }

  private Path state() {
    return directory.resolve("state").resolve("mirrorcore").resolve("again");
  }

  private List<Path> checkpoints() throws IOException {
    try (Stream<Path> files = Files.walk(state())) {
      return files
          .filter(path -> path.getFileName().toString().equals("_metadata"))
          .sorted()
          .toList();
    }
  }

  private void start(Stage stage, Path err) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            "io.mirrorcore.local.Mirrorcore",
            "run",
            "--config=" + stage.file());
    builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
    run = builder.redirectErrorStream(true).redirectOutput(Redirect.to(err.toFile())).start();
  }

  private void awaitWeights(Stage stage, int count) {
    await().forever().until(() -> !run.isAlive() || stage.readAll(Topic.WEIGHTS).size() >= count);
    assertThat(run.isAlive()).isTrue();
  }

  /** With the signal that takes the same way out as Ctrl-C. */
  private void stop() throws InterruptedException {
    run.destroy();
    run.waitFor();
  }
}
