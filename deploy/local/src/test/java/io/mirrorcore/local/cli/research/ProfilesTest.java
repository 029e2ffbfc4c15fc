package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backtest under each profile, with the others beside it. */
class ProfilesTest {

  private static final int DAYS = 420;

  @TempDir private Path directory;

  /** Three symbols that rise a little. */
  private Path prices(int days) throws IOException {
    Random random = new Random(17);
    StringBuilder rows = new StringBuilder("symbol,time,open,high,low,close,volume\n");
    double[] close = {100, 50, 20};
    for (int day = 0; day < days; day++) {
      for (int s = 0; s < close.length; s++) {
        close[s] *= 1.0004 + 0.01 * random.nextGaussian();
        rows.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%.4f,%.4f,%.4f,%.4f,1000%n",
                "ABC".charAt(s),
                LocalDate.of(2018, 1, 1).plusDays(day),
                close[s],
                1.005 * close[s],
                0.995 * close[s],
                close[s]));
      }
    }
    return Files.writeString(directory.resolve("prices.csv"), rows);
  }

  private JsonNode report(String profile) throws IOException {
    return reportWith("ensemble.profile=" + profile);
  }

  private JsonNode reportWith(String setting) throws IOException {
    return reportWith(setting, DAYS);
  }

  private JsonNode reportWith(String setting, int days) throws IOException {
    Path out = directory.resolve(setting);
    CommandLineRun run =
        CommandLineRun.of("backtest", "--prices", prices(days), "--set=" + setting, "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Better than equal weight", "Better than HOLD");
    return Answers.parse(Files.readString(out.resolve("report.json")));
  }

  @ParameterizedTest
  @CsvSource({"guide, Evidence, Overlay", "evidence, Guide, Overlay", "overlay, Guide, Evidence"})
  void isJudgedWithTheOthersBesideIt(String profile, String one, String other) throws IOException {
    List<String> tracks = report(profile).path("tracks").findValuesAsText("name");
    assertThat(tracks).startsWith("Ensemble").contains(one, other, "HOLD").doesNotHaveDuplicates();
  }

  /** Both are the engine of the live job: one ran in it, the other for the report alone. */
  @Test
  void theTrackBesideIsWhatThatProfileItselfIsJudgedBy() throws IOException {
    JsonNode own = report("evidence");
    JsonNode beside = report("overlay"); // which begins at the same close
    assertThat(beside.path("from")).isEqualTo(own.path("from"));
    assertThat(track(beside, "Evidence").path("equity"))
        .isEqualTo(track(own, "Ensemble").path("equity"));
    assertThat(track(own, "Overlay").path("equity"))
        .isEqualTo(track(beside, "Ensemble").path("equity"));
  }

  @Test
  void resampledWeightsHaveATrackThatIsWhatTheyThemselvesAreJudgedBy() throws IOException {
    JsonNode optimal = reportWith("ensemble.weights=optimal");
    JsonNode resampled = reportWith("ensemble.weights=resampled");
    double[] beside = growth(optimal, "Resampled weights");
    assertThat(beside).containsExactly(growth(resampled, "Ensemble"), within(1e-12));
    assertThat(beside).isNotEqualTo(growth(optimal, "Ensemble"));
    assertThat(growth(resampled, "Optimal weights"))
        .containsExactly(growth(optimal, "Ensemble"), within(1e-12));
  }

  @Test
  void aSizedBookHasTheSameWithoutSizingBesideIt() throws IOException {
    JsonNode plain = reportWith("positions.sizing=none", 620);
    JsonNode sized = reportWith("positions.sizing=entropy", 620);
    assertThat(growth(sized, "Without sizing"))
        .containsExactly(growth(plain, "Ensemble"), within(1e-12));
    assertThat(growth(sized, "Ensemble")).isNotEqualTo(growth(plain, "Ensemble"));
    assertThat(growth(sized, "Equal weight")).isEqualTo(growth(plain, "Equal weight"));
    assertThat(plain.path("tracks").findValuesAsText("name")).doesNotContain("Without sizing");
  }

  @Test
  void returnsAloneHaveNoPositionsToSize() throws IOException {
    Path returns = Files.writeString(directory.resolve("returns.csv"), "time,A\n2024-01-02,0.01\n");
    CommandLineRun run =
        CommandLineRun.of(
            "backtest",
            "--returns",
            returns,
            "--set=positions.sizing=entropy",
            "--out",
            directory.resolve("none"));
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("positions.sizing must be none", "no positions to size");
  }

  /** From the first evaluated bar on, which what was held in the warm-up has a part in. */
  private static double[] growth(JsonNode report, String name) {
    List<Double> equity = new ArrayList<>();
    track(report, name).path("equity").forEach(value -> equity.add(value.asDouble()));
    return equity.stream().mapToDouble(value -> value / equity.get(0)).toArray();
  }

  private static JsonNode track(JsonNode report, String name) {
    for (JsonNode track : report.path("tracks")) {
      if (track.path("name").asText().equals(name)) {
        return track;
      }
    }
    throw new AssertionError("there is no track " + name);
  }
}
