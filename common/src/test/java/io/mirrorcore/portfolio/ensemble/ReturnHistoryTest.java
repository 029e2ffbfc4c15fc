package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.Restored;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnHistoryTest {

  private static ReturnHistory window(int rows, int deployedRowsOfB) {
    ReturnHistory window = new ReturnHistory(60);
    window.align(List.of("A", "B"));
    for (int t = 0; t < rows; t++) {
      window.add(new double[] {t, -t}, new boolean[] {true, t < deployedRowsOfB});
    }
    return window;
  }

  @Test
  void callsAStrategyInactiveBelowFivePercentOfTheRows() {
    assertThat(window(60, 3).active(0.05)).containsExactly(0, 1);
    assertThat(window(60, 2).active(0.05)).containsExactly(0);
    assertThat(window(30, 2).active(0.05)).containsExactly(0, 1);
    assertThat(window(30, 1).active(0.05)).containsExactly(0);
  }

  @Test
  void forgetsTheOldestRow() {
    ReturnHistory window = window(62, 4);
    assertThat(window.size()).isEqualTo(60);
    assertThat(window.returns(new int[] {1})[0]).containsExactly(-2);
    assertThat(window.returns(new int[] {1})[59]).containsExactly(-61);
    assertThat(window.active(0.05)).containsExactly(0);
  }

  @Test
  void keepsColumnsByIdAndANewOneInactiveUntilEveryRowIsItsOwn() {
    ReturnHistory window = Restored.from(window(60, 60), new ReturnHistory(60));
    window.align(List.of("NEW", "B"));
    assertThat(window.returns(new int[] {0, 1})[7]).containsExactly(0, -7);
    for (int t = 0; t < 60; t++) {
      assertThat(window.active(0.05)).containsExactly(1);
      window.add(new double[] {1, 2}, new boolean[] {true, true});
    }
    assertThat(window.active(0.05)).containsExactly(0, 1);
  }
}
