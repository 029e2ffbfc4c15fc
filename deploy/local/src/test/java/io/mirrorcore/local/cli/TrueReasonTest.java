package io.mirrorcore.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is one sentence with the reason that applies, never a stack trace. */
class TrueReasonTest {

  private static final String BARS = "symbol,time,open,high,low,close,volume\n";

  @TempDir private Path directory;

  private static void fails(CommandLineRun run, String... words) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains(words).doesNotContain("\tat ", "Exception", "unexpected");
    assertThat(
            run.err()
                .lines()
                .filter(
                    line -> !line.matches("inferred from.*|.*\\(ensemble.period\\)|\\d+ bars, .*")))
        .as(run.err())
        .hasSize(1);
  }

  private static long time(int minute) {
    return 1_600_000_020_000L + minute * 60_000L;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** Two symbols whose price is the same all the time. */
  private Path flat() throws IOException {
    StringBuilder bars = new StringBuilder(BARS);
    for (int minute = 1; minute <= 150; minute++) {
      for (String symbol : List.of("A", "B")) {
        bars.append(String.format(Locale.ROOT, "%s,%d,1,1,1,1,1%n", symbol, time(minute)));
      }
    }
    return file("flat.csv", bars.toString());
  }

  private Path out() {
    return directory.resolve("out");
  }

  @Test
  void whatKafkasClientsWouldRefuseIsSaidBeforeAnyIsStarted() {
    fails(
        CommandLineRun.of("config", "check", "-s", "kafka.security.protocol=FOO"),
        "kafka.security.protocol is refused by Kafka's clients");
    CommandLineRun odd = CommandLineRun.of("config", "check", "-s", "kafka.nosuchkey=1");
    assertThat(odd.exitCode()).isZero();
    assertThat(odd.err()).contains("kafka.nosuchkey is known to none of Kafka's clients");
  }

  @Test
  void noStrategyAtAllIsAConfigurationButNoJob() throws IOException {
    StringBuilder yaml = new StringBuilder("bars.interval: 1m\nstrategies:\n");
    for (Strategy strategy : Catalogue.strategies()) {
      yaml.append("  ").append(strategy.id()).append(": {enabled: false}\n");
    }
    Path off = file("off.yaml", yaml.toString());
    assertThat(Settings.load(off).strategies()).isEmpty();

    assertThat(CommandLineRun.of("config", "check", "-c", off).exitCode()).isZero();
    Path flat = flat();
    fails(
        CommandLineRun.of("signals", "-c", off, "--prices", flat, "--out", out()),
        "no strategy is switched on");
    fails(
        CommandLineRun.of("backtest", "-c", off, "--prices", flat, "--out", out()),
        "no strategy is switched on");
    fails(
        CommandLineRun.of("tune", "grid", "-c", off, "--prices", flat, "--out", out()),
        "no strategy is switched on");
  }

  @Test
  void pricesThatNeverChangeAreTheReasonForNoWeights() throws IOException {
    fails(
        CommandLineRun.of("backtest", "--prices", flat(), "--out", out()),
        "because every return is 0");
  }

  @Test
  void barsThatAreNotMadeOfWhatIsGivenAreSaidToBe() throws IOException {
    Path flat = flat();
    fails(
        CommandLineRun.of("signals", "--prices", flat, "--out", out(), "-s", "bars.from=ticks"),
        "bars.from is ticks",
        "give --ticks");
    Path ticks = file("ticks.csv", "symbol,time,type,price,size\nA,1600000020000,TRADE,1,1\n");
    fails(
        CommandLineRun.of(
            "signals",
            "--ticks",
            ticks,
            "--out",
            out(),
            "-s",
            "bars.from=prices",
            "-s",
            "bars.interval=1m"),
        "bars.from is prices",
        "give --prices");
  }

  @Test
  void aColumnOfCashIsNoStrategy() throws IOException {
    StringBuilder table = new StringBuilder("time,CASH,A,B\n");
    StringBuilder lines = new StringBuilder();
    for (int minute = 1; minute <= 150; minute++) {
      double a = minute % 7 * 1e-3;
      table.append(String.format(Locale.ROOT, "%d,0,%s,%s%n", time(minute), a, -a));
      lines.append(
          String.format(
              Locale.ROOT, "{\"time\":%d,\"returns\":{\"CASH\":0,\"A\":%s}}%n", time(minute), a));
    }
    Path csv = file("cash.csv", table.toString());
    Path json = file("cash.jsonl", lines.toString());

    fails(CommandLineRun.of("backtest", "--returns", csv, "--out", out()), "column CASH", "rename");
    fails(
        CommandLineRun.of("tune", "grid", "--returns", csv, "--out", out()),
        "column CASH",
        "rename");
    fails(CommandLineRun.of("optimize", "--returns", csv), "line 2", "may not be called CASH");
    fails(CommandLineRun.of("estimate", "--returns", csv), "line 2", "may not be called CASH");
    fails(
        CommandLineRun.of("backtest", "--returns", json, "--out", out()),
        "(150 of 150), most often as OUT_OF_RANGE",
        "may not be called CASH");
  }

  @Test
  void strategiesThatChangeFromRecordToRecordAreOneSentence() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int minute = 1; minute <= 150; minute++) {
      String id = minute < 150 ? "B" : "C";
      lines.add(
          String.format(
              Locale.ROOT,
              "{\"time\":%d,\"returns\":{\"A\":%s,\"%s\":0.001}}",
              time(minute),
              minute % 7 * 1e-3,
              id));
    }
    Path json = Files.write(directory.resolve("changing.jsonl"), lines);

    fails(
        CommandLineRun.of("backtest", "--returns", json, "--out", out()),
        "strategies at " + time(150));
  }

  @Test
  void aSecretThatIsNotThereIsFoundByTheCheck() throws IOException {
    Path missing = directory.resolve("none");
    fails(
        CommandLineRun.of("config", "check", "-s", "kafka.sasl.password=${env:NO_SUCH_VARIABLE}"),
        "kafka.sasl.password refers to the environment variable NO_SUCH_VARIABLE",
        "not set");
    CommandLineRun file =
        CommandLineRun.of("config", "check", "-s", "kafka.sasl.password=${file:" + missing + "}");
    assertThat(file.exitCode()).isEqualTo(1);
    assertThat(file.err()).contains("kafka.sasl.password refers to the file", "none");
    Files.writeString(missing, "secret\n");
    assertThat(
            CommandLineRun.of(
                    "config", "check", "-s", "kafka.sasl.password=${file:" + missing + "}")
                .exitCode())
        .isZero();
  }

  @Test
  void aBombOfAliasesIsOneLine() throws IOException {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'i'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [").append(before);
      bomb.append(("," + before).repeat(8)).append("]\n");
    }

    fails(
        CommandLineRun.of("config", "check", "-c", file("bomb.yaml", bomb.toString())),
        "b is an alias, the first of 72",
        "line 2");
  }
}
