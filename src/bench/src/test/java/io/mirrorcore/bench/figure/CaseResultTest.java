package io.mirrorcore.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaseResultTest {

  @Test
  void compilersAreTakenOutOfTheTimeOfARecord() {
    Measurement measured = new Measurement(1_000, new Usage(5_000_000, 3_000_000, 500_000));

    assertThat(measured.microsPerRecord()).isEqualTo(2);
    assertThat(measured.perCoreSecond()).isEqualTo(500_000);
    assertThat(measured.collectorShare()).isEqualTo(0.25);
  }

  @Test
  void aPassWithoutRecordsOrTimeIsNoMeasurement() {
    assertThatThrownBy(() -> new Measurement(0, new Usage(1, 0, 0))).hasMessageContaining("0 and");
    assertThatThrownBy(() -> new Measurement(1, new Usage(3, 3, 0))).hasMessageContaining("and 0");
  }

  @Test
  void usageSinceIsTheDifferenceOfEachPart() {
    assertThat(new Usage(10, 4, 2).since(new Usage(3, 1, 1))).isEqualTo(new Usage(7, 3, 1));
  }

  @Test
  void aRatioIsTakenWithinItsRoundSoThatASlowRoundDropsOut() {
    // In the second round everything took three times as long.
    CaseResult result =
        CaseResult.of(
            "json-1000",
            "",
            List.of(micros(4), micros(12), micros(4)),
            List.of(micros(2), micros(6), micros(2)),
            1.0);

    assertThat(result.ratioToPassThrough()).isEqualTo(0.5);
    assertThat(result.ratioSpread()).isZero();
    assertThat(result.value()).isEqualTo(4);
    assertThat(result.spread()).isEqualTo(2);
    assertThat(result.recordsPerCoreSecond()).isEqualTo(250_000, within(1e-6));
    assertThat(result.meetsGoal()).isFalse();
  }

  @Test
  void aGoalOfARatioIsALeastAndOneOfAValueIsAMost() {
    List<Measurement> one = List.of(micros(1));
    assertThat(CaseResult.of("a", "", one, one, 1.0).meetsGoal()).isTrue();
    assertThat(seconds(0.3, 0.35).meetsGoal()).isTrue();
    assertThat(seconds(0.36, 0.35).meetsGoal()).isFalse();
    assertThat(seconds(9, null).meetsGoal()).isTrue();
  }

  private static CaseResult seconds(double value, Double goal) {
    return CaseResult.of("start", "", new Sample(List.of(value)), "s", goal);
  }

  private static Measurement micros(long micros) {
    return new Measurement(1_000, new Usage(micros * 1_000_000, 0, 0));
  }
}
