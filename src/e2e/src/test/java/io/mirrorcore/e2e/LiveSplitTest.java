package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.plan.JobIdentity;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A split that is announced while a live job runs: the job goes on over it, and all that it
 * publishes, before and after, is byte for byte what adjusted prices give.
 */
@ExtendWith(SharedBroker.class)
class LiveSplitTest {

  private static final String DAILY = "us-daily-prices-sample.csv.gz";
  private static final List<Topic> COMPARED =
      List.of(Topic.SIGNALS, Topic.STRATEGY_RETURNS, Topic.WEIGHTS, Topic.POSITIONS, Topic.ALERTS);

  /** 2019-12-02 00:00 in New York. */
  private static final long DAY = 1_575_262_800_000L;

  private static final double RATIO = 7;

  @TempDir private Path directory;
  private Process run;

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    if (run != null) {
      run.destroyForcibly().waitFor();
    }
  }

  /** How a row is told: quoted as a share of a seventh, or seven times that again. */
  private enum Form {
    QUOTED,
    ADJUSTED
  }

  private static String row(String row, Form form) {
    String[] cells = row.split(",", -1);
    if (!cells[0].equals("AAPL") || Long.parseLong(cells[1]) < DAY) {
      return row;
    }
    for (int i = 2; i < 7; i++) {
      double value = Double.parseDouble(cells[i]);
      double quoted = i < 6 ? value / RATIO : value * RATIO;
      double adjusted = i < 6 ? quoted * RATIO : quoted / RATIO;
      cells[i] = Double.toString(form == Form.QUOTED ? quoted : adjusted);
    }
    return String.join(",", cells);
  }

  private Path file(String name, Form form, boolean before, boolean after) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String row : Samples.rows(DAILY)) {
      boolean header = rows.isEmpty();
      if (header || (Long.parseLong(row.split(",", -1)[1]) < DAY ? before : after)) {
        rows.add(header ? row : row(row, form));
      }
    }
    return Files.write(directory.resolve(name), rows);
  }

  @Test
  void aJobThatRunsOnOverASplitPublishesTheBytesOfAdjustedPrices() throws Exception {
    Stage adjusted = new Stage(directory, "live-adjusted", "bars.interval: 1d");
    adjusted.succeed("feed", "--prices=" + file("adjusted.csv", Form.ADJUSTED, true, true));
    adjusted.succeed("run", "--replay", "--set=job.inputs=prices");
    int weights = adjusted.readAll(Topic.WEIGHTS).size();

    Stage live =
        new Stage(
            directory,
            1, // or years fed in a second after a silence would be late in one of the partitions
            "live-split",
            List.of("kafka.bootstrap.servers: " + SharedBroker.servers()),
            List.of("bars.interval: 1d", "job.inputs: [prices, adjustments]"));
    start(live);
    live.succeed("feed", "--prices=" + file("before.csv", Form.QUOTED, true, false));
    await().forever().until(() -> !run.isAlive() || !live.readAll(Topic.WEIGHTS).isEmpty());
    int published = live.readAll(Topic.SIGNALS).size();

    Path splits =
        Files.writeString(
            directory.resolve("splits.csv"), "symbol,date,ratio\nAAPL,2019-12-02,7:1\n");
    // With the first bar of another symbol again, which is a duplicate: feed sends no split alone.
    live.succeed("feed", "--prices=" + oneBarAgain(), "--adjust=" + splits);
    await().forever().until(() -> !run.isAlive() || hasRead(live, Topic.ADJUSTMENTS));
    live.succeed("feed", "--prices=" + file("after.csv", Form.QUOTED, false, true));
    await().forever().until(() -> !run.isAlive() || live.readAll(Topic.WEIGHTS).size() >= weights);
    assertThat(run.isAlive()).as(Files.readString(directory.resolve("run.err"))).isTrue();
    run.destroy();
    run.waitFor();

    assertThat(published).isPositive().isLessThan(live.readAll(Topic.SIGNALS).size());
    assertThat(live.readAll(Topic.DEAD_LETTER))
        .singleElement()
        .asString()
        .containsAnyOf("LATE", "DUPLICATE")
        .doesNotContain("adjustment");
    for (Topic topic : COMPARED) {
      Map<String, List<String>> expected = adjusted.read(topic);
      Map<String, List<String>> seen = live.read(topic);
      assertThat(expected).as(topic.word()).isNotEmpty();
      assertThat(Difference.of(expected, seen))
          .as(() -> topic.word() + " begins to differ at " + first(expected, seen))
          .matches(Difference::isNone);
    }
  }

  /** Of thousands of records the first that is another one, to be read by people. */
  private static String first(Map<String, List<String>> expected, Map<String, List<String>> seen) {
    for (Map.Entry<String, List<String>> key : expected.entrySet()) {
      List<String> other = seen.getOrDefault(key.getKey(), List.of());
      for (int i = 0; i < Math.max(key.getValue().size(), other.size()); i++) {
        String wanted = i < key.getValue().size() ? key.getValue().get(i) : "nothing";
        String found = i < other.size() ? other.get(i) : "nothing";
        if (!wanted.equals(found)) {
          return "record %d of %s: %s instead of %s".formatted(i, key.getKey(), found, wanted);
        }
      }
    }
    return "nothing";
  }

  private Path oneBarAgain() throws IOException {
    return Files.write(directory.resolve("again.csv"), Samples.rows(DAILY).subList(0, 2));
  }

  /** Whether the job has read all of a topic, by the offsets that it commits with checkpoints. */
  private static boolean hasRead(Stage stage, Topic topic) throws Exception {
    String name = stage.kafka().topic(topic);
    String group = JobIdentity.of(stage.settings(), Role.PIPELINE).groupId();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", SharedBroker.servers()))) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .anyMatch(
              partition ->
                  partition.getKey().topic().equals(name)
                      && partition.getValue() != null
                      && partition.getValue().offset() > 0);
    }
  }

  private void start(Stage stage) throws IOException {
    List<String> command =
        Arrays.asList(
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
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
    run =
        builder
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(directory.resolve("run.err").toFile()))
            .start();
  }
}
