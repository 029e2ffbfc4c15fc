package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad records go in, a person corrects them, their results come out. */
@ExtendWith(SharedBroker.class)
class RedriveTest {

  private static final String[] MINUTES = {
    "job.inputs: [prices]", "bars: {interval: 1m}", "signals.emit: all", "job.parallelism: 1"
  };
  private static final int BARS = 60;
  private static final long MINUTE = 60_000;

  @TempDir private Path directory;

  /** One minute bars of three symbols; of the last minute two rows can be made unusable. */
  private Path prices(String name, boolean broken) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<String> rows = new ArrayList<>(List.of("symbol,time,open,high,low,close,volume"));
    for (int t = 1; t <= BARS; t++) {
      for (String symbol : List.of("AAA", "BBB", "CCC")) {
        double close = 100 + random.nextDouble();
        boolean bad = broken && t == BARS && !symbol.equals("AAA");
        String high = bad ? "NaN" : "102";
        rows.add(symbol + "," + t * MINUTE + ",100," + high + ",99," + close + ",1000");
      }
    }
    return Files.write(directory.resolve(name), rows);
  }

  private List<String> lastSignals(Stage stage) {
    return stage.readAll(Topic.SIGNALS).stream()
        .filter(signal -> signal.contains("\"time\":" + BARS * MINUTE + ","))
        .sorted()
        .toList();
  }

  @Test
  void repairedRecordsGiveWhatTheyWouldHaveGivenAtOnce() throws Exception {
    Stage clean = new Stage(directory, "redrive-clean", MINUTES);
    clean.succeed("feed", "--prices=" + prices("clean.csv", false));
    clean.succeed("run", "--replay");

    Stage stage = new Stage(directory, "redrive", MINUTES);
    stage.succeed("feed", "--prices=" + prices("broken.csv", true));
    assertThat(stage.succeed("run", "--replay").err()).contains("2 dead letters (NOT_FINITE 2)");
    assertThat(lastSignals(stage)).noneMatch(signal -> signal.contains("BBB"));

    Path file = directory.resolve("letters.jsonl");
    assertThat(stage.succeed("redrive", "--out=" + file).err())
        .contains("2 dead letters match", "redrive --in " + file);
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allMatch(line -> line.contains("\"topic\":\"redrive-prices\""))
        .allMatch(line -> line.contains("high must be a finite number"));
    assertThat(stage.succeed("redrive").err())
        .contains("sent 0 records", "left out 2 that would be refused again: NOT_FINITE 2");

    Files.writeString(file, Files.readString(file).replace("\\\"NaN\\\"", "102"));
    assertThat(stage.succeed("redrive", "--in=" + file).err())
        .contains("sent 2 records to redrive-prices 2")
        .doesNotContain("warning", "left out");

    stage.succeed("run", "--replay", "--append", "--set=job.transaction-prefix=redrive-again");
    assertThat(lastSignals(stage)).containsAll(lastSignals(clean));
    assertThat(stage.readAll(Topic.STRATEGY_RETURNS))
        .containsAll(clean.readAll(Topic.STRATEGY_RETURNS));
  }

  @Test
  void aFileIsSentAsAWholeOrNotAtAll() throws Exception {
    Stage stage = new Stage(directory, "redrive-file", MINUTES);
    String good =
        "{\"topic\":\"redrive-file-prices\",\"payload\":{\"symbol\":\"AAA\",\"time\":60000,"
            + "\"open\":1,\"high\":2,\"low\":1,\"close\":1,\"volume\":1}}";
    Path file =
        Files.write(
            directory.resolve("mixed.jsonl"),
            List.of(good, good.replace("\"high\":2", "\"high\":0.5")));

    Cli refused = stage.run("redrive", "--in=" + file);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains(file + ", line 2: HIGH_BELOW_LOW: high must be at least low", "nothing is sent")
        .doesNotContain("sent 1", "Exception");

    Cli shown = stage.succeed("redrive", "--in=" + file, "--skip-invalid", "--dry-run");
    assertThat(shown.out()).startsWith("redrive-file-prices\tAAA\t{").hasLineCount(1);
    assertThat(shown.err()).contains("would send 1 records", "left out 1");

    assertThat(stage.succeed("redrive", "--in=" + file, "--skip-invalid").err())
        .contains("sent 1 records to redrive-file-prices 1", "HIGH_BELOW_LOW 1");
    assertThat(stage.succeed("run", "--replay").err()).contains("1 bars", "no dead letters");
  }

  @Test
  void whatIsLateOnceMoreIsForetold() throws Exception {
    Stage stage = new Stage(directory, "redrive-late", MINUTES);
    Path late =
        Files.write(
            directory.resolve("late.csv"),
            List.of(
                "symbol,time,open,high,low,close,volume",
                "AAA,60000,1,1,1,1,1",
                "AAA,3600000,1,1,1,1,1"));
    stage.succeed("feed", "--prices=" + late);
    Files.write(late, List.of("symbol,time,open,high,low,close,volume", "AAA,120000,1,1,1,1,1"));
    stage.succeed("feed", "--prices=" + late);
    assertThat(stage.succeed("run", "--replay").err()).contains("1 dead letters (LATE 1)");

    assertThat(stage.succeed("redrive", "--reason=late", "--topic=redrive-late-prices").err())
        .contains("warning: 1 of these lie up to 58m behind", "sent 1 records");
    assertThat(stage.succeed("redrive", "--reason=duplicate", "--since=1h").err())
        .contains("0 dead letters match", "sent 0 records");
  }

  @Test
  void wrongUsageIsCodeTwoAndAMissingTopicCodeOne() throws Exception {
    Stage stage = new Stage(directory, "redrive-usage", MINUTES);
    for (String[] arguments :
        Arrays.asList(
            new String[] {"redrive", "--in=a", "--out=b"},
            new String[] {"redrive", "--skip-invalid"},
            new String[] {"redrive", "--out=b", "--dry-run"},
            new String[] {"redrive", "--in=a", "--reason=LATE"},
            new String[] {"redrive", "--reason=SAD"},
            new String[] {"redrive", "--since=soon"},
            new String[] {"redrive", "--since=1h", "--until=2h"},
            new String[] {"redrive", "--limit=0"})) {
      assertThat(stage.run(arguments).exit()).as(Arrays.toString(arguments)).isEqualTo(2);
    }
    assertThat(stage.run("redrive", "--in=/no/such/file").exit()).isEqualTo(1);
    Cli missing = stage.run("redrive", "--set=topics.dead-letter=nowhere");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("nowhere").doesNotContain("Exception").hasLineCount(1);
  }
}
