package io.mirrorcore.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void theMedianIsTheMiddleAndOneWildRoundDoesNotMoveIt() {
    assertThat(new Sample(List.of(3.0, 900.0, 2.0)).median()).isEqualTo(3);
    assertThat(new Sample(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void theSpreadIsTheRangeByTheMedian() {
    assertThat(new Sample(List.of(2.0, 2.5, 1.5)).spread()).isEqualTo(0.5);
    assertThat(new Sample(List.of(7.0)).spread()).isZero();
    assertThat(new Sample(List.of(0.0, 0.0)).spread()).isZero();
  }

  @Test
  void withoutAFiniteValueThereIsNoSample() {
    assertThatThrownBy(() -> new Sample(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Sample(List.of(1.0, Double.NaN))).hasMessageContaining("NaN");
  }
}
