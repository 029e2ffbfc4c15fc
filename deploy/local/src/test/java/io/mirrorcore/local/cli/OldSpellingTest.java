package io.mirrorcore.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key in the spelling of earlier versions counts, and is said to be one, once. */
class OldSpellingTest {

  private static final String OLD = "--set=strategies.UT_BOT.atr_period=11";
  private static final String NOTE =
      "strategies.UT_BOT.atr_period (override) is now spelled strategies.UT_BOT.atr-period;";

  @TempDir private Path directory;

  @Test
  void whatIsPrintedHasTheNewOne() {
    CommandLineRun run = CommandLineRun.of("config", "print", OLD);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err().lines()).singleElement().asString().startsWith(NOTE);
    assertThat(run.out()).contains("atr-period: 11").doesNotContain("atr_period");
  }

  @Test
  void aCommandWithNestedOptionsSaysItOnceToo() throws IOException {
    Path returns = directory.resolve("returns.csv");
    Files.writeString(returns, "time,A,B\n86400000,0.1,0.2\n172800000,0.1,0.3\n");

    CommandLineRun run =
        CommandLineRun.of(
            "tune", "grid", "--returns", returns, "--out", directory.resolve("out"), OLD);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.startsWith(NOTE))).hasSize(1);
  }
}
