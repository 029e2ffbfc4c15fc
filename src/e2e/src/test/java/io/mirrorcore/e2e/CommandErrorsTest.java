package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every error is one sentence: exit code 1 for a failure, 2 for wrong usage. */
@ExtendWith(SharedBroker.class)
class CommandErrorsTest {

  @TempDir private Path directory;

  private static void fails(Cli result, String... sentence) {
    assertThat(result.exit()).as(result.err()).isEqualTo(1);
    assertThat(result.err().strip()).contains(sentence).doesNotContain("\tat ", "Exception");
    assertThat(result.err().strip().lines()).hasSize(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void anImpossibleValueNamesKeyValueAndWhatIsAllowed() {
    fails(
        Cli.run("config", "check", "--set=regimes.mixed.cap=1.7"), "regimes.mixed.cap", "1.7", "1");
  }

  @Test
  void anUnknownKeySuggestsTheNearestOne() throws Exception {
    Path file = Files.write(directory.resolve("f.yaml"), List.of("bars: {intervall: 1m}"));
    fails(Cli.run("config", "check", "--config=" + file), "bars.intervall", "bars.interval");
  }

  @Test
  void aMissingFileIsNamed() {
    fails(Cli.run("config", "check", "--config=/no/such/file.yaml"), "/no/such/file.yaml");
    fails(Cli.run("signals", "--prices=/no/such.csv", "--out=x.csv"), "/no/such.csv");
  }

  @Test
  void aFileWithoutAColumnNamesTheColumn() throws Exception {
    Path prices = Files.write(directory.resolve("p.csv"), List.of("symbol,time,open,high,low"));
    fails(
        Cli.run("signals", "--prices=" + prices, "--out=" + directory.resolve("s.csv")),
        "p.csv",
        "close");
    assertThat(directory.resolve("s.csv")).doesNotExist();
  }

  @Test
  void aMissingBrokerIsNamed() {
    fails(
        Cli.run(
            "run",
            "--set=kafka.bootstrap.servers=127.0.0.1:9",
            "--set=kafka.default.api.timeout.ms=2000",
            "--set=kafka.request.timeout.ms=1000"),
        "127.0.0.1:9");
  }

  @Test
  void missingTopicsAreNamed() {
    fails(
        Cli.run(
            "run",
            "--set=kafka.bootstrap.servers=" + SharedBroker.servers(),
            "--set=topics.weights=nowhere"),
        "nowhere");
  }

  @Test
  void aClusterThatIsNotThereIsNamed() {
    String dir = "--dir=" + directory.resolve("nowhere");
    fails(Cli.run("cluster", "savepoint", dir), "no cluster", "nowhere", "cluster start");
    fails(Cli.run("cluster", "start", dir, "--taskmanagers=0"), "taskManagers must be at least 1");
    assertThat(Cli.run("cluster", "status", dir).out()).contains("No cluster is running");
    assertThat(Cli.run("cluster", "stop", dir).exit()).isZero();
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aJobWithoutARetainedCheckpointIsNamed() throws Exception {
    Stage stage = new Stage(directory, "unretained");
    String[] submit = {
      "cluster",
      "submit",
      "--dir=" + directory,
      "--config=" + stage.file(),
      "--from-latest-checkpoint"
    };
    fails(Cli.run(submit), "no retained checkpoint", "unretained", "--restore");
    List<String> elsewhere = new ArrayList<>(List.of(submit));
    elsewhere.add("--set=job.checkpoint-dir=s3://bucket");
    fails(Cli.run(elsewhere.toArray(String[]::new)), "s3://bucket", "--restore");
  }

  @Test
  void wrongUsageIsCodeTwo() {
    for (String[] arguments :
        List.of(
            new String[] {"signals"},
            new String[] {"study", "--edition=second", "--prices=x.csv"},
            new String[] {"new-strategy"},
            new String[] {"feed", "--speed=fast", "--prices=x.csv"},
            new String[] {"demo", "--duration=soon"},
            new String[] {"console", "--bind=0.0.0.0"},
            new String[] {"console", "--flink=nowhere"},
            new String[] {"cluster", "submit", "--restore=x", "--from-latest-checkpoint"},
            new String[] {"dance"})) {
      Cli result = Cli.run(arguments);
      assertThat(result.exit()).as(List.of(arguments).toString()).isEqualTo(2);
      assertThat(result.err().lines().findFirst().orElseThrow())
          .endsWith("--help tells how it is used");
    }
  }

  @Test
  void helpIsEverywhere() {
    for (String command :
        List.of(
            "demo",
            "run",
            "feed",
            "signals",
            "study",
            "new-strategy",
            "backtest",
            "optimize",
            "estimate",
            "watch",
            "console",
            "redrive",
            "broker",
            "cluster",
            "topics",
            "config")) {
      Cli result = Cli.run(command, "--help");
      assertThat(result.exit()).isZero();
      assertThat(result.out()).contains("Usage: mirrorcore " + command);
    }
  }

  @Test
  void aPrintedConfigurationIsOneThatCanBeRead() throws Exception {
    Cli printed = Cli.run("config", "print");
    Path file = Files.writeString(directory.resolve("printed.yaml"), printed.out());
    assertThat(Cli.run("config", "check", "--config=" + file).exit()).isZero();
  }
}
