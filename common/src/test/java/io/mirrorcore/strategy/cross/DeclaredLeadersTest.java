package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.strategy.LeadLag;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.Parameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CAUSALITY_DETECTOR where the configuration says who may lead. */
class DeclaredLeadersTest {

  private static final CausalityDetector STRATEGY = new CausalityDetector();

  /** ES and SPY each seem to lead the other, and NQ seems to lead both: all have moved. */
  private static final List<PairReading> READINGS =
      List.of(
          PairReading.alone("ES", 0.02, 0.01),
          new PairReading("ES", "NQ", new double[] {0.6, 1, 0.1, 0.02, 1, 0.3}),
          new PairReading("ES", "SPY", new double[] {0.012, 1, 0.8, 0.001, 1, -0.7}),
          PairReading.alone("NQ", 0.03, 0.01),
          new PairReading("NQ", "SPY", new double[] {0.5, 2, 0.2, 0.7, 1, 0.1}),
          PairReading.alone("SPY", -0.02, 0.01));

  private static final List<Bar> BARS =
      Stream.of("ES", "NQ", "SPY").map(symbol -> new Bar(symbol, 1, 9, 9, 9, 9, 1)).toList();

  private static Parameters leaders(String... patterns) {
    return Parameters.of(STRATEGY, Map.of()).withTexts(Map.of("leaders", List.of(patterns)));
  }

  @Test
  void anybodyMayLeadUnlessTheyAreNamed() {
    Parameters defaults = Parameters.of(STRATEGY, Map.of());
    assertThat(STRATEGY.leads(defaults, READINGS))
        .isEqualTo(STRATEGY.leads(leaders("*"), READINGS))
        .extracting(LeadLag::leader)
        .containsExactly("SPY", "ES", "NQ"); // p 0.001, 0.012 and 0.02 of six tests
    assertThat(STRATEGY.combine(leaders("*"), BARS, READINGS))
        .usingRecursiveComparison()
        .isEqualTo(STRATEGY.combine(defaults, BARS, READINGS));
  }

  /** ES against NQ and SPY are two tests, and so 0.012 is worth 0.024. */
  @Test
  void onlyTheyDoAndLessEvidenceIsAsked() {
    List<LeadLag> found = STRATEGY.leads(leaders("ES"), READINGS);
    assertThat(found).extracting(LeadLag::leader).containsExactly("ES");
    assertThat(found.get(0).p()).isCloseTo(0.024, within(1e-12));
    var signals = STRATEGY.combine(leaders("ES"), BARS, READINGS);
    assertThat(signals.get(2).action()).isEqualTo(Action.BUY);
    assertThat(signals.get(2).texts()).containsEntry("leader", "ES");
    assertThat(signals.get(0).action()).isEqualTo(Action.HOLD); // SPY may not lead it
    assertThat(signals.get(0).texts()).isEmpty();
  }

  @Test
  void patternsNameThem() {
    assertThat(STRATEGY.leads(leaders("?Q", "E*"), READINGS))
        .extracting(LeadLag::leader)
        .contains("ES")
        .doesNotContain("SPY");
    assertThat(STRATEGY.leads(leaders("CL"), READINGS)).isEmpty();
    assertThat(STRATEGY.combine(leaders("CL"), BARS, READINGS))
        .allMatch(signal -> signal.action() == Action.HOLD);
  }

  @Test
  void stateGoesOnOverAChangeOfThem() {
    assertThat(leaders("ES").fingerprint())
        .isEqualTo(Parameters.of(STRATEGY, Map.of()).fingerprint());
    assertThat(leaders("ES")).isNotEqualTo(Parameters.of(STRATEGY, Map.of()));
  }
}
