package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real prices with a split in the middle, typed through the commands: what comes out of the topics
 * is, byte for byte, what comes out of adjusted prices.
 */
@ExtendWith(SharedBroker.class)
class AdjustmentsThroughKafkaTest {

  private static final String DAILY = "us-daily-prices-sample.csv.gz";
  private static final List<Topic> COMPARED =
      List.of(Topic.SIGNALS, Topic.STRATEGY_RETURNS, Topic.WEIGHTS, Topic.POSITIONS, Topic.ALERTS);

  /** 2019-12-02 00:00 in New York. */
  private static final long DAY = 1_575_262_800_000L;

  private static final double RATIO = 7;

  @TempDir private Path directory;

  /** How a row is told: quoted as a share of a seventh, or seven times that again. */
  private enum Form {
    QUOTED,
    ADJUSTED
  }

  private static List<String> rows() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(Samples.reference(DAILY)))),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }

  private Path file(Form form) throws IOException {
    List<String> lines = rows().stream().map(row -> row(row, form)).toList();
    return Files.write(directory.resolve(form + ".csv"), lines);
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

  @Test
  void aSplitOnTheTopicLeavesTheBytesOfAdjustedPrices() throws Exception {
    Path splits =
        Files.writeString(
            directory.resolve("splits.csv"), "symbol,date,ratio\nAAPL,2019-12-02,7:1\n");

    Stage adjusted = new Stage(directory, "adjusted", "bars.interval: 1d", "job.inputs: [prices]");
    adjusted.succeed("feed", "--prices=" + file(Form.ADJUSTED));
    adjusted.succeed("run", "--replay");
    Stage split =
        new Stage(directory, "split", "bars.interval: 1d", "job.inputs: [prices, adjustments]");
    split.succeed("feed", "--prices=" + file(Form.QUOTED), "--adjust=" + splits);
    assertThat(split.succeed("run", "--replay", "--set=job.parallelism=2").err())
        .contains("no dead letters");
    Stage known = new Stage(directory, "known", "bars.interval: 1d", "job.inputs: [prices]");
    known.succeed("feed", "--prices=" + file(Form.QUOTED));
    known.succeed("run", "--replay", "--adjust=" + splits);

    assertThat(adjusted.readAll(Topic.WEIGHTS)).isNotEmpty();
    for (Topic topic : COMPARED) {
      assertThat(split.read(topic)).as(topic.name()).isEqualTo(adjusted.read(topic));
      assertThat(known.read(topic)).as(topic.name()).isEqualTo(adjusted.read(topic));
    }
  }

  @Test
  void withoutItTheSplitIsACrashThatIsTold() throws Exception {
    Stage stage = new Stage(directory, "crash", "bars.interval: 1d", "job.inputs: [prices]");
    stage.succeed("feed", "--prices=" + file(Form.QUOTED));
    stage.succeed("run", "--replay");
    assertThat(stage.readAll(Topic.ALERTS).stream().collect(Collectors.joining()))
        .contains("FLASH_MOVE:AAPL");
  }
}
