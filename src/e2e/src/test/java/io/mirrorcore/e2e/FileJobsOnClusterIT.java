package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.cluster.ClusterSettings;
import io.mirrorcore.cluster.FlinkCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backtest and a tuning on a cluster of processes leave the files that they leave here. */
class FileJobsOnClusterIT {

  private static final String DAILY = Samples.reference("us-daily-prices-sample.csv.gz");

  @TempDir private static Path directory;

  private static Watchdog watchdog;
  private static FlinkCluster cluster;

  @BeforeAll
  static void startACluster() throws Exception {
    watchdog = Watchdog.over(directory);
    cluster = FlinkCluster.in(directory.resolve("cluster"));
    cluster.start(
        new ClusterSettings(
            1,
            2,
            0,
            Patience.flink(
                Map.of(
                    "jobmanager.memory.process.size", "800m",
                    "taskmanager.memory.process.size", "1500m"))));
  }

  @AfterAll
  static void endAllProcesses() throws Exception {
    try (Watchdog last = watchdog) {
      cluster.stop();
    }
  }

  private static Cli onCluster(String... job) {
    Stream<String> command = Stream.of("cluster", "run", "--dir=" + directory.resolve("cluster"));
    return Cli.run(Stream.concat(command, Stream.of(job)).toArray(String[]::new));
  }

  @Test
  void aBacktestLeavesTheSameFiles() throws IOException {
    Path here = directory.resolve("here");
    Cli local =
        Cli.run("backtest", "--prices=" + DAILY, "--train=60", "--test=20", "--out=" + here);
    assertThat(local.exit()).as(local.err()).isZero();

    Path there = directory.resolve("there");
    Cli remote =
        onCluster(
            "backtest", "--prices", DAILY, "--train", "60", "--test=20", "--out", there.toString());

    assertThat(remote.exit()).as(remote.err()).isZero();
    assertThat(remote.out())
        .contains("inferred from us-daily-prices-sample.csv.gz: a bar every 1d")
        .contains("etter than equal weight")
        .contains("wrote " + there.resolve("report.html"));
    assertThat(contents(there)).isEqualTo(contents(here)).containsKey("report.json");
  }

  @Test
  void aTuningLeavesTheSameFiles() throws IOException {
    Path here = directory.resolve("tuned-here");
    Cli local =
        Cli.run(
            "tune",
            "grid",
            "--prices=" + DAILY,
            "--train=60",
            "--test=20",
            "--lambda=50,300",
            "--eta=0.01,0.1",
            "--out=" + here);
    assertThat(local.exit()).as(local.err()).isZero();

    Path config =
        Files.writeString(
            directory.resolve("tune.yaml"),
            """
            backtest: {train: 60, test: 20}
            tune: {lambda: [50.0, 300.0], eta: [0.01, 0.1]}
            """);
    Path there = directory.resolve("tuned-there");
    Cli remote =
        onCluster(
            "tune",
            "--method",
            "grid",
            "--prices",
            DAILY,
            "--config",
            config.toString(),
            "--out",
            there.toString());

    assertThat(remote.exit()).as(remote.err()).isZero();
    assertThat(remote.out()).contains("4 trials", "wrote " + there.resolve("best.yaml"));
    assertThat(contents(there)).isEqualTo(contents(here)).containsKey("best.yaml");
  }

  @Test
  void itsPageServesNoOtherOriginAndTakesNoJar() throws Exception {
    WebPage page = new WebPage(cluster.webAddress());
    assertThat(page.originsServed()).doesNotContain("*", WebPage.STRANGER);
    assertThat(page.jars()).as("there is no such thing here").isEqualTo(404);
    assertThat(page.upload()).isBetween(400, 499);
  }

  @Test
  void whatFailsIsOneSentence() {
    Cli unknown = onCluster("backtest", "--prices", "nowhere.csv", "--out", "x");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err().lines()).hasSize(1);
    assertThat(unknown.err()).contains("the job has failed: cannot read nowhere.csv");

    Cli mistyped = onCluster("backtest", "--price", DAILY, "--out", "x");
    assertThat(mistyped.exit()).isEqualTo(1);
    assertThat(mistyped.err().lines()).hasSize(1);
    assertThat(mistyped.err()).contains("--price", "BacktestJob --help");

    assertThat(onCluster("report").exit()).isEqualTo(2);
    assertThat(List.of("x", "nowhere.csv"))
        .allSatisfy(name -> assertThat(Path.of(name)).doesNotExist());
  }

  /** Of every file below, by its path. */
  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
