package io.mirrorcore.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void aPercentileIsAValueThatWasSeen() {
    Percentiles hundred = new Percentiles(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

    assertThat(hundred.at(50)).isEqualTo(50);
    assertThat(hundred.at(99)).isEqualTo(99);
    assertThat(hundred.at(100)).isEqualTo(100);
    assertThat(new Percentiles(new double[] {7}).at(1)).isEqualTo(7);
  }

  @Test
  void orderDoesNotMatterAndNothingHasNoPercentile() {
    assertThat(new Percentiles(new double[] {9, 1, 5}).at(50)).isEqualTo(5);
    assertThatThrownBy(() -> new Percentiles(new double[0])).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Percentiles(new double[] {1}).at(0)).hasMessageContaining("(0");
  }
}
