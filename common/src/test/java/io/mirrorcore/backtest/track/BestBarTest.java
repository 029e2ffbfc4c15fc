package io.mirrorcore.backtest.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.evidence.ReturnMoments;
import org.junit.jupiter.api.Test;

class BestBarTest {

  /** 1.01 * 0.98 * 1.5 * 1.01: without the third bar it lost. */
  @Test
  void namesTheBarAndWhatIsLeftWithoutIt() {
    BestBar best = BestBar.of(new double[] {0.01, -0.02, 0.5, 0.01}, new long[] {1, 2, 3, 4}, 252);
    assertThat(best.time()).isEqualTo(3);
    assertThat(best.value()).isEqualTo(0.5);
    assertThat(best.totalReturnWithout()).isCloseTo(1.01 * 0.98 * 1.01 - 1, within(1e-15));
    assertThat(best.sharpeWithout())
        .isCloseTo(
            ReturnMoments.of(new double[] {0.01, -0.02, 0.01}).sharpe() * Math.sqrt(252),
            within(1e-12));
  }

  @Test
  void ofEqualOnesTheFirst() {
    assertThat(BestBar.of(new double[] {0, 0}, new long[] {5, 6}, 252).time()).isEqualTo(5);
  }

  @Test
  void aSingleBarLeavesNothing() {
    assertThat(BestBar.of(new double[] {0.1}, new long[] {7}, 252))
        .isEqualTo(new BestBar(7, 0.1, 0, 0));
  }
}
