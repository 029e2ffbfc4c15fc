package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mirrorcore.jobs.topic.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All of the real data, where it lies beside the repository: to weights, without a dead letter. */
@ExtendWith(SharedBroker.class)
class RealDataTest {

  @TempDir private Path directory;

  @BeforeEach
  void onlyWhereTheDataAre() {
    assumeTrue(Samples.wholeIsHere(), "no folder shared/data beside the repository: skipped");
  }

  @Test
  void twentyThreeYearsOfDailyPrices() throws Exception {
    Stage stage = new Stage(directory, "all-daily", "bars.interval: 1d", "job.inputs: [prices]");
    stage.succeed("feed", "--prices=" + Samples.whole("us-daily-prices.csv.gz"));
    report("us-daily-prices", stage, "54,135 bars");
  }

  @Test
  void sixMinutesOfCryptoTicks() throws Exception {
    Stage stage =
        new Stage(
            directory,
            "all-crypto",
            "bars: {interval: 1s, from: ticks}",
            "job.inputs: [ticks]",
            "ensemble.period: bar");
    stage.succeed("feed", "--ticks=" + Samples.whole("crypto-ticks.csv.gz"));
    report("crypto-ticks", stage, "1,785 bars");
  }

  @Test
  void oneSessionOfOptions() throws Exception {
    Stage stage =
        new Stage(
            directory,
            "all-goog",
            "bars: {interval: 1m, per-day: 390}",
            "ensemble.period: bar",
            "job.inputs: [prices, options-flow]");
    stage.succeed(
        "feed",
        "--prices=" + Samples.whole("goog-minute-prices.csv.gz"),
        "--options=" + Samples.whole("goog-options.csv.gz"));
    report("goog-options", stage, "224 bars");
    assertThat(stage.readAll(Topic.SIGNALS)).anyMatch(s -> s.contains("OPTION_FLOW"));
  }

  private static void report(String data, Stage stage, String bars) {
    String summary = stage.succeed("run", "--replay").err();
    System.out.println(data + ": " + summary.lines().reduce((a, b) -> b).orElse(""));
    assertThat(summary).contains(bars, "no dead letters");
    assertThat(stage.readAll(Topic.WEIGHTS)).isNotEmpty().allSatisfy(WeightsCheck::check);
    assertThat(stage.readAll(Topic.DEAD_LETTER)).isEmpty();
  }
}
