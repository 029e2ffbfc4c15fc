package io.mirrorcore.jobs.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a record of the profile evidence says besides, and that of the guide does not. */
class EvidenceRecordTest {

  private static final List<String> IDS = List.of("A", "B", "C", "HOLD");
  private static final long DAY = 86_400_000;

  private static EnsembleWeights last(EnsembleSettings settings) {
    Random random = new Random(5);
    Ensemble ensemble = new Ensemble("demo", settings);
    EnsembleWeights last = null;
    for (int day = 1; day <= 300; day++) {
      double[] returns = new double[IDS.size()];
      for (int k = 0; k < returns.length; k++) {
        returns[k] = 0.006 * random.nextGaussian() + 0.0005;
      }
      boolean[] deployed = {true, true, true, true};
      BarReturns earned = new BarReturns(returns, deployed, returns[3]);
      EnsembleWeights record =
          ensemble.onBar(new PortfolioBar.OfReturns("demo", day * DAY, IDS, earned)).weights();
      last = record == null ? last : record;
    }
    return last;
  }

  @Test
  void saysWhatIsBelievedAndIsProvenByWhoeverReadsIt() {
    EnsembleWeights record = last(EnsembleSettings.evidence(1, 252));
    byte[] json = Json.encode(record);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"skill\":{\"years\":", "\"penaltyFree\":[\"CASH\"]");
    EnsembleWeights read = Json.decode(json, EnsembleWeights.class);
    assertThat(read).isEqualTo(record);
    assertThat(read.estimate().skill().posterior()).containsOnlyKeys("A", "B", "C", "HOLD");
    assertThat(read.certificate()).isLessThan(1e-10);
  }

  @Test
  void addsNothingToTheRecordOfTheGuide() {
    byte[] json = Json.encode(last(EnsembleSettings.defaults(1, 252)));

    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("skill", "penaltyFree");
    assertThat(Json.decode(json, EnsembleWeights.class).estimate().skill()).isNull();
  }
}
