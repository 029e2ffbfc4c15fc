package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file of history before the topics is as if its bars had been on the topics. */
@ExtendWith(SharedBroker.class)
class HistoryTest {

  private static final String MARKET = "us-daily-prices-sample.csv.gz";
  private static final long HALF = 1_563_220_800_000L;
  private static final List<Topic> COMPARED =
      List.of(Topic.SIGNALS, Topic.STRATEGY_RETURNS, Topic.WEIGHTS, Topic.POSITIONS, Topic.ALERTS);
  private static final String[] DAILY = {"bars.interval: 1d", "job.inputs: [prices]"};

  @TempDir private Path directory;
  private Process run;

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    if (run != null) {
      run.destroyForcibly().waitFor();
    }
  }

  @Test
  void givesTheSameBytesInAReplay() throws Exception {
    Stage whole = whole("history-replayed-whole");
    Stage stage = new Stage(directory, "history-replayed", DAILY);
    stage.succeed("feed", "--prices=" + part("second.csv", false));
    Cli replay = stage.succeed("run", "--replay", "--history=" + part("first.csv", true));
    assertThat(replay.err()).contains("takes in ", "first.csv first, until 2019-07-", "no dead");
    assertSameAs(whole, stage);
  }

  @Test
  void givesTheSameBytesLiveAndIsReadOnceThoughTheJobIsKilled() throws Exception {
    Stage whole = whole("history-live-whole");
    Stage stage = new Stage(directory, "history-live", DAILY);
    Path history = part("history.csv", true);
    start(stage, history, directory.resolve("first.err"));
    awaitWeights(stage, 20); // of the history alone: nothing is on the topic
    run.destroyForcibly().waitFor();

    stage.succeed("feed", "--prices=" + part("second.csv", false));
    start(stage, history, directory.resolve("second.err"));
    awaitWeights(stage, whole.readAll(Topic.WEIGHTS).size());
    stop();
    assertThat(Files.readString(directory.resolve("second.err"))).contains("goes on from ");
    assertSameAs(whole, stage);
    assertThat(stage.readAll(Topic.DEAD_LETTER)).isEmpty();

    String dir = "--set=job.checkpoint-dir=" + state("history-live");
    assertThat(failed(stage, "run", dir, "--history=" + part("other.csv", false)))
        .contains("job.history was a file of SHA-256 ", " and is a file of SHA-256 ", "--fresh");
    assertThat(failed(stage, "run", dir)).contains("job.history was ", " and is not there");
  }

  @Test
  void refusesRecordsOfTimesThatTheHistoryHas() throws Exception {
    Stage whole = whole("history-covered-whole");
    Stage stage = new Stage(directory, "history-covered", DAILY);
    stage.succeed("feed", "--prices=" + Samples.reference(MARKET));
    stage.succeed("run", "--replay", "--history=" + part("first.csv", true));
    assertSameAs(whole, stage);
    assertThat(stage.readAll(Topic.DEAD_LETTER))
        .hasSize(Files.readAllLines(directory.resolve("first.csv")).size() - 1)
        .allSatisfy(
            letter ->
                assertThat(letter)
                    .contains("LATE", "is not later than the last close of job.history"));
  }

  @Test
  void refusesAFileThatCannotStandBeforeTheTopics() throws Exception {
    Stage stage = new Stage(directory, "history-refused", DAILY);
    List<String> rows = new ArrayList<>(Files.readAllLines(part("first.csv", true)));
    String header = rows.remove(0);
    Collections.reverse(rows);
    rows.add(0, header);
    Path reversed = Files.write(directory.resolve("reversed.csv"), rows);
    assertThat(failed(stage, "run", "--history=" + reversed))
        .contains("job.history is " + reversed, "not in the order of time (line ", "sort its rows");
    assertThat(failed(stage, "run", "--history=" + directory.resolve("none.csv")))
        .contains("none.csv, which cannot be read");
    Path empty = Files.write(directory.resolve("empty.csv"), List.of(header));
    assertThat(failed(stage, "run", "--history=" + empty)).contains("in which there is no bar");
    String[] ticks = {"--set=bars.from=ticks", "--set=job.inputs=ticks"};
    assertThat(failed(stage, "run", "--history=" + empty, ticks[0], ticks[1]))
        .contains("job.history is a file of prices, of which this job makes no bars");
  }

  private Stage whole(String name) throws Exception {
    Stage whole = new Stage(directory, name, DAILY);
    whole.succeed("feed", "--prices=" + Samples.reference(MARKET));
    whole.succeed("run", "--replay");
    return whole;
  }

  private static void assertSameAs(Stage whole, Stage stage) {
    for (Topic topic : COMPARED) {
      assertThat(stage.read(topic)).as(topic.word()).isNotEmpty().isEqualTo(whole.read(topic));
    }
  }

  private static String failed(Stage stage, String... command) {
    Cli result = stage.run(command);
    assertThat(result.exit()).as(result.err()).isEqualTo(1);
    assertThat(result.err()).doesNotContain("\tat ");
    return result.err();
  }

  private Path part(String name, boolean first) throws IOException {
    List<String> rows = Samples.rows(MARKET);
    try (Stream<String> chosen =
        Stream.concat(
            rows.stream().limit(1),
            rows.stream()
                .skip(1)
                .filter(row -> Long.parseLong(row.split(",", -1)[1]) <= HALF == first))) {
      return Files.write(directory.resolve(name), chosen.toList());
    }
  }

  private Path state(String job) {
    return directory.resolve("state").resolve("mirrorcore").resolve(job);
  }

  private void start(Stage stage, Path history, Path err) throws IOException {
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
            "--history=" + history,
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
