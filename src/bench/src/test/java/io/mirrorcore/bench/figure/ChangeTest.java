package io.mirrorcore.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

  @Test
  void aDifferenceBelowTheSpreadIsNotClaimed() {
    Change change = Change.between(seconds(1.0, 1.2), seconds(1.1, 1.15));

    assertThat(change.isClaimed()).isFalse();
    assertThat(change.words()).startsWith("within the spread");
  }

  @Test
  void aDifferenceAboveTheSpreadOfBothIs() {
    assertThat(Change.between(seconds(1.0, 1.02), seconds(0.5, 0.51)).words())
        .isEqualTo("-50 % (better)");
    assertThat(Change.between(seconds(1.0, 1.02), seconds(2.0, 2.02)).words())
        .isEqualTo("+99 % (worse)");
  }

  @Test
  void ratiosAreComparedWhereThereAreAnyBecauseMachinesDiffer() {
    // The machine is twice as slow now, and the product a quarter faster on it.
    Change change = Change.between(job(4, 2), job(6.4, 4));

    assertThat(change.words()).isEqualTo("+25 % (better)");
  }

  private static CaseResult seconds(double... values) {
    return CaseResult.of(
        "start", "", new Sample(Arrays.stream(values).boxed().toList()), "s", null);
  }

  private static CaseResult job(double micros, double passThrough) {
    return CaseResult.of(
        "json-1000", "", List.of(measured(micros)), List.of(measured(passThrough)), null);
  }

  private static Measurement measured(double micros) {
    return new Measurement(1_000, new Usage((long) (micros * 1_000_000), 0, 0));
  }
}
