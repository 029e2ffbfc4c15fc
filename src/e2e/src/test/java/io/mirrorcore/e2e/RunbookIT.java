package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.cluster.FlinkCluster;
import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the runbook, typed in its order on a cluster of processes. */
@ExtendWith(SharedBroker.class)
class RunbookIT {

  private static final Path RUNBOOK = Path.of("../../deploy/runbook.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./mirrorcore (.+)$");
  private static final long START = 1_700_000_040_000L;

  @TempDir private Path directory;

  private Watchdog watchdog;
  private Stage live;
  private Stage replay;
  private String ports;
  private String firstSavepoint = "";

  @BeforeEach
  void prepare() throws IOException {
    watchdog = Watchdog.over(directory);
    ports = Scrape.ports();
    live =
        new Stage(
            directory,
            1,
            "book-live",
            List.of("kafka.bootstrap.servers: " + SharedBroker.servers()),
            List.of(
                "bars.interval: 1m",
                "ensemble: {period: bar, window: 40, min-observations: 20, warm-up: 0}"));
    replay = replayOf(live);
    Files.write(directory.resolve("prices.csv"), prices(120));
    Files.write(directory.resolve("history.csv"), prices(400));
  }

  /** It reads what the live job reads, and writes topics of its own. */
  private Stage replayOf(Stage live) throws IOException {
    String text = Files.readString(live.file()).replace("book-live", "book-replay");
    for (Topic input : Topic.market()) {
      text = text.replace("book-replay-" + input.word(), "book-live-" + input.word());
    }
    return Stage.of(Files.writeString(directory.resolve("replay.yaml"), text));
  }

  private static List<String> prices(int bars) {
    SplittableRandom random = new SplittableRandom(7);
    double[] closes = {100, 50, 20};
    List<String> lines = new ArrayList<>(List.of("symbol,time,open,high,low,close,volume"));
    for (int i = 0; i < bars; i++) {
      for (int s = 0; s < closes.length; s++) {
        double open = closes[s];
        closes[s] *= Math.exp(random.nextDouble(-0.002, 0.0021));
        lines.add(
            "S%d,%d,%s,%s,%s,%s,100"
                .formatted(
                    s,
                    START + 60_000L * i,
                    open,
                    Math.max(open, closes[s]),
                    Math.min(open, closes[s]),
                    closes[s]));
      }
    }
    lines.add("S0,not a time,1,1,1,1,1");
    return lines;
  }

  @AfterEach
  void endAllProcesses() throws Exception {
    try (Watchdog last = watchdog) {
      FlinkCluster.in(cluster()).stop();
    }
  }

  private Path cluster() {
    return directory.resolve("cluster");
  }

  @Test
  void everyCommandDoesWhatItIsThereFor() throws IOException {
    List<String> commands =
        COMMAND.matcher(Files.readString(RUNBOOK)).results().map(found -> found.group(1)).toList();
    assertThat(commands).hasSizeGreaterThan(18);
    for (String command : commands) {
      Cli result = Cli.run(typed(command));
      assertThat(result.exit()).as("%s%n%s%n%s", command, result.out(), result.err()).isZero();
      if (command.startsWith("cluster savepoint") && firstSavepoint.isEmpty()) {
        firstSavepoint = result.out().strip();
      }
    }
    assertThat(replay.readAll(Topic.WEIGHTS))
        .as("the replay has what the live job has, but for the last close that waits")
        .containsAll(live.readAll(Topic.WEIGHTS))
        .isNotEmpty();
    assertThat(FlinkCluster.in(cluster()).processes()).isEmpty();
  }

  /** The words, with this test's files in the place of a reader's. */
  private String[] typed(String command) {
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      words.add(words.isEmpty() ? word : here(word));
    }
    if (words.get(0).equals("cluster")) {
      words.add("--dir=" + cluster());
    }
    return words.toArray(String[]::new);
  }

  private String here(String word) {
    return switch (word) {
      case "live.yaml" -> live.file().toString();
      case "replay.yaml" -> replay.file().toString();
      case "SAVEPOINT" -> firstSavepoint;
      case "9249-9260" -> ports;
      case "prices.csv", "history.csv", "refused.jsonl", "backtest" ->
          directory.resolve(word).toString();
      default -> word;
    };
  }
}
