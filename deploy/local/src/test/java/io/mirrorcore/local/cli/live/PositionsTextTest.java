package io.mirrorcore.local.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.record.Validity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class PositionsTextTest {

  private static final long DAY = 86_400_000;

  private final PositionsText text = new PositionsText(Ansi.OFF);

  private static TargetPositions positions(long day) {
    return new TargetPositions(
        "main", day * DAY, Map.of("KO", -0.25, "IBM", 0.5, "XOM", 0.0), 0.75, 0.25, "alive");
  }

  private static EnsembleWeights weights(long day, Long until) {
    return new EnsembleWeights(
        "main", day * DAY, "MIXED", null, null, null, null, null, null, new Validity(1L, until));
  }

  @Test
  void tellsWhatIsHeldAndHowOldItsWeightsAre() {
    assertThat(text.positions(positions(9)))
        .isEqualTo("1970-01-10 00:00:00  main      gross 0.75  net +0.25  IBM +50.0 %, KO -25.0 %");
    text.weights(weights(8, 12 * DAY));
    assertThat(text.positions(positions(10)))
        .endsWith("KO -25.0 %; weights are 2d old, the next are due at 1970-01-13 00:00:00");
  }

  @Test
  void callsWeightsStaleOnceTheirSuccessorsAreLateByAClose() {
    text.weights(weights(8, 12 * DAY));
    assertThat(text.positions(positions(13))).doesNotContain("STALE");
    assertThat(text.positions(positions(14)))
        .endsWith("weights are 6d old, STALE: newer ones were due at 1970-01-13 00:00:00");
    text.weights(weights(14, 16 * DAY));
    assertThat(text.positions(positions(15))).doesNotContain("STALE");
  }

  @Test
  void weightsOfAWarmUpAreNeverDue() {
    text.weights(weights(8, null));
    assertThat(text.positions(positions(40))).endsWith("weights are 32d old");
    assertThat(text.positions(positions(41))).doesNotContain("STALE");
  }
}
