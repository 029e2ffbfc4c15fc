package io.mirrorcore.jobs.operator.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The weights of the first release on a sample of real returns, as it published them: read as days
 * and, the same rows, as hours. What {@code compatibility: 0.1} promises.
 */
class FirstReleaseWeightsTest {

  private static final Path SAMPLE = Path.of("../src/reference/us-daily-returns-sample.csv.gz");
  private static final int ROWS = 500;
  private static final long START = 1_000_000_000_000L / 86_400_000 * 86_400_000;

  /** One line a record: time, decision, regime and what is held, to the last digit. */
  static List<String> weights(String interval, long barMs) throws IOException {
    Settings settings =
        Settings.defaults().with(Map.of("compatibility", "0.1", "bars.interval", interval));
    Ensemble ensemble = new Ensemble("main", Engines.ensemble(settings));
    List<String> lines = new ArrayList<>();
    for (PortfolioBar bar : bars(barMs)) {
      EnsembleWeights record = ensemble.onBar(bar).weights();
      if (record != null) {
        lines.add(line(interval, record));
      }
    }
    return lines;
  }

  private static String line(String interval, EnsembleWeights record) {
    return record.rebalance().weights().entrySet().stream()
        .filter(weight -> weight.getValue() != 0)
        .map(weight -> weight.getKey() + "=" + weight.getValue())
        .collect(
            Collectors.joining(
                " ",
                "%s %d %s %s "
                    .formatted(
                        interval, record.time(), record.rebalance().decision(), record.regime()),
                ""));
  }

  private static List<PortfolioBar> bars(long barMs) throws IOException {
    List<PortfolioBar> bars = new ArrayList<>();
    try (BufferedReader reader = reader(new GZIPInputStream(Files.newInputStream(SAMPLE)))) {
      String[] header = reader.readLine().split(",", -1);
      List<String> ids = List.of(Arrays.copyOfRange(header, 1, header.length));
      for (int row = 1; row <= ROWS; row++) {
        String[] cells = reader.readLine().split(",", -1);
        double[] returns = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
        boolean[] deployed = new boolean[returns.length];
        for (int k = 0; k < returns.length; k++) {
          deployed[k] = returns[k] != 0;
        }
        BarReturns earned = new BarReturns(returns, deployed, returns[returns.length - 1]);
        bars.add(new PortfolioBar.OfReturns("main", START + row * barMs, ids, earned));
      }
    }
    return bars;
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static List<String> published(String interval) throws IOException {
    try (BufferedReader reader =
        reader(FirstReleaseWeightsTest.class.getResourceAsStream("first-release-weights.txt"))) {
      return reader.lines().filter(line -> line.startsWith(interval + " ")).toList();
    }
  }

  @Test
  void comeOutBitForBitFromDays() throws IOException {
    assertThat(published("1d")).hasSizeGreaterThan(300);
    assertThat(weights("1d", 86_400_000)).isEqualTo(published("1d"));
  }

  @Test
  void comeOutBitForBitFromHours() throws IOException {
    assertThat(published("1h")).isNotEmpty();
    assertThat(weights("1h", 3_600_000)).isEqualTo(published("1h"));
  }
}
