package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A person's own regimes rule at the same closes in a job on Kafka and in a backtest. */
@ExtendWith(SharedBroker.class)
class OwnRegimesThroughKafkaTest {

  private static final String DAILY = "us-daily-prices-sample.csv.gz";

  @TempDir private Path directory;

  @Test
  void theWeightsOfTheTopicAreThoseOfTheBacktest() throws Exception {
    Path regimes =
        Files.writeString(
            directory.resolve("regimes.csv"),
            "time,regime,portfolio\n2010-01-01,TRENDING,\n2019-06-03,RANGING,main\n2019-12-02,TRENDING,*\n");
    String prices = Samples.reference(DAILY);
    Stage live = new Stage(directory, "regimes", "bars.interval: 1d", "job.inputs: [prices]");
    live.succeed("feed", "--prices=" + prices);
    live.succeed("run", "--replay", "--regimes=" + regimes, "--set=job.parallelism=2");
    List<String> published = live.readAll(Topic.WEIGHTS);
    assertThat(published)
        .isNotEmpty()
        .noneMatch(record -> record.contains("\"regime\":\"VOLATILE\""));
    assertThat(published).anyMatch(record -> record.contains("\"regime\":\"RANGING\""));
    assertThat(published).anyMatch(record -> record.contains("\"regime\":\"TRENDING\""));

    Path report = directory.resolve("report");
    Cli backtest =
        Cli.run(
            "backtest",
            "--mode=event",
            "--prices=" + prices,
            "--set=bars.interval=1d",
            "--regimes=" + regimes,
            "--out=" + report);
    assertThat(backtest.exit()).as(backtest.err()).isZero();
    List<String> judged = Files.readAllLines(report.resolve("weights.csv"));
    assertThat(judged).hasSize(published.size() + 1);
    for (int i = 0; i < published.size(); i++) {
      String regime = published.get(i).replaceAll(".*\"regime\":\"([A-Z]+)\".*", "$1");
      assertThat(judged.get(i + 1)).contains(regime);
    }
  }
}
