package io.mirrorcore.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every {@code --out} keeps the same rule, and a run that fails leaves nothing that misleads. */
class OutputRulesTest {

  private static final List<String> BARS =
      List.of(
          "symbol,time,open,high,low,close,volume",
          "A,1600000020000,1,1,1,1,1",
          "A,1600000080000,1,1,1,1,1",
          "A,1600000140000,1,1,1,1,1",
          "A,1600000200000,1,1,1,1,1",
          "A,1600000260000,1,1,1,1,1");

  @TempDir private Path directory;

  private static void refused(CommandLineRun run, String... words) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains(words).doesNotContain("\tat ", "Exception");
    assertThat(run.err().lines().filter(line -> !line.matches("inferred from.*|\\d+ bars, .*")))
        .hasSize(1);
  }

  private Path bars() throws IOException {
    return Files.write(directory.resolve("bars.csv"), BARS);
  }

  private static CommandLineRun signals(Path bars, Path out) {
    return CommandLineRun.of("signals", "--prices", bars, "--out", out);
  }

  @Test
  void signalsDoNotReplaceTheirInputOrTheConfiguration() throws IOException {
    Path bars = bars();
    Path twin = Files.createLink(directory.resolve("twin.csv"), bars);
    Path config = Files.writeString(directory.resolve("config.yaml"), "bars: {interval: 1m}\n");

    refused(signals(bars, bars), "bars.csv", "read by the same command");
    refused(signals(bars, twin), "twin.csv", "read by the same command");
    refused(
        CommandLineRun.of("signals", "-c", config, "--prices", bars, "--out", config),
        "config.yaml",
        "read by the same command");
    assertThat(bars).content().startsWith("symbol,");
  }

  @Test
  void signalsFollowALinkAndDoNotReplaceADirectory() throws IOException {
    Path bars = bars();
    Path target = Files.writeString(directory.resolve("target.csv"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.csv"), target);
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertThat(signals(bars, link).exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(target).content().startsWith("symbol,");
    refused(signals(bars, empty), "empty is a directory");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void signalsOnToAFullDiskSaySo() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));

    refused(signals(bars(), full), "cannot write /dev/full", "no space left on the device");
  }

  @Test
  void aReportReplacesNoInputEither() throws IOException {
    Path out = Files.createDirectory(directory.resolve("out"));
    Path returns =
        Files.write(
            out.resolve("strategy-returns.csv"), List.of("time,A,B", "1600000020000,0.1,0.2"));

    for (String[] command : List.of(new String[] {"backtest"}, new String[] {"tune", "grid"})) {
      Object[] all = new Object[command.length + 4];
      System.arraycopy(command, 0, all, 0, command.length);
      System.arraycopy(
          new Object[] {"--returns", returns, "--out", out}, 0, all, command.length, 4);
      refused(CommandLineRun.of(all), "strategy-returns.csv", "read by the same command");
    }
    assertThat(returns).content().startsWith("time,A,B");
  }

  @Test
  void dataAreNotReadWhereTheReportWouldHaveNoPlace() throws IOException {
    Path out = Files.createDirectory(directory.resolve("out"));
    Files.createDirectory(out.resolve("report.html"));

    refused(
        CommandLineRun.of("backtest", "--prices", bars(), "--out", out),
        "report.html is a directory");
    refused(
        CommandLineRun.of("backtest", "--prices", bars(), "--out", bars()), "bars.csv is a file");
  }

  @Test
  void lettersDoNotReplaceTheConfiguration() throws IOException {
    Path config = Files.writeString(directory.resolve("config.yaml"), "bars: {interval: 1m}\n");

    refused(
        CommandLineRun.of("redrive", "-c", config, "--out", config), "read by the same command");
    refused(CommandLineRun.of("redrive", "--out", directory), "is a directory");
  }

  @Test
  void aBacktestThatFailsLeavesItsDeadLettersAndSetsTheEarlierReportAside() throws IOException {
    Path out = Files.createDirectory(directory.resolve("out"));
    Files.writeString(out.resolve("report.html"), "earlier");
    Files.writeString(out.resolve("report.json"), "{}");
    Files.writeString(out.resolve("notes.txt"), "of the user");
    Path bad = Files.write(directory.resolve("bad.csv"), BARS);
    Files.writeString(bad, Files.readString(bad) + "A,1600000320000,1,0,1,1,1\n");

    CommandLineRun first = CommandLineRun.of("backtest", "--prices", bad, "--out", out);
    refused(first, "records refused, see dead-letter.jsonl: 1 ");

    assertThat(Tree.contents(out).keySet())
        .containsExactly(
            "dead-letter.jsonl", "earlier/report.html", "earlier/report.json", "notes.txt");
    assertThat(out.resolve("dead-letter.jsonl")).content().contains("\"topic\":\"bad.csv\"");

    CommandLineRun second = CommandLineRun.of("backtest", "--prices", bars(), "--out", out);
    refused(second, "fewer than");

    assertThat(Tree.contents(out).keySet())
        .containsExactly("earlier/report.html", "earlier/report.json", "notes.txt");
  }

  @Test
  void aFileOfWhichTooMuchIsRefusedSetsTheEarlierReportAsideToo() throws IOException {
    Path bad = Files.write(directory.resolve("bad.csv"), BARS.subList(0, 3));
    Files.writeString(bad, Files.readString(bad) + "A,1600000320000,1,0,1,1,1\n");
    for (List<String> command : List.of(List.of("backtest"), List.of("tune", "grid"))) {
      Path out = Files.createDirectory(directory.resolve("of-" + command.get(0)));
      Files.writeString(out.resolve("report.html"), "earlier");
      List<Object> all = new ArrayList<>(command);
      all.addAll(List.of("--prices", bad, "--out", out));

      refused(CommandLineRun.of(all.toArray()), "33 % of the records of bad.csv were refused");

      assertThat(Tree.contents(out)).containsOnlyKeys("earlier/report.html");
    }
  }

  @Test
  void aTuningThatFailsDoesTheSame() throws IOException {
    Path out = Files.createDirectory(directory.resolve("out"));
    Files.writeString(out.resolve("report.html"), "earlier");
    Files.writeString(out.resolve("best.yaml"), "earlier");
    Path bad = Files.write(directory.resolve("bad.csv"), BARS);
    Files.writeString(bad, Files.readString(bad) + "A,1600000320000,1,0,1,1,1\n");

    refused(CommandLineRun.of("tune", "grid", "--prices", bad, "--out", out), "fewer than");

    assertThat(out.resolve("report.html")).doesNotExist();
    assertThat(out.resolve("best.yaml")).doesNotExist();
    assertThat(out.resolve("earlier/report.html")).hasContent("earlier");
    assertThat(out.resolve("earlier/best.yaml")).hasContent("earlier");
    assertThat(out.resolve("dead-letter.jsonl")).isNotEmptyFile();
  }
}
