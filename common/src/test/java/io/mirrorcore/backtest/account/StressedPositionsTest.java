package io.mirrorcore.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StressedPositionsTest {

  private static PortfolioBar bar(int time, double value) {
    return new PortfolioBar.OfSymbols(
        "main",
        time,
        List.of("S"),
        Optional.empty(),
        List.of(new SymbolReturn("A", value, 0.001, 0, 0, new double[1])));
  }

  /** Half held, then nothing: the return of a bar is 10 % each time, the cost 0.1 % of a trade. */
  private static double[] run(Stress stress) {
    StressedPositions positions = new StressedPositions(stress, 100);
    double[] earned = new double[4];
    double[] decided = {0.5, 0, 0, 0};
    for (int t = 0; t < earned.length; t++) {
      earned[t] = positions.earned(bar(t + 1, 0.1));
      positions.decided(Map.of("A", decided[t]));
    }
    return earned;
  }

  @Test
  void asAssumedThePositionEarnsTheNextBarAndPaysAtBothEnds() {
    assertThat(run(new Stress("none", 0, Double.NaN, 0)))
        .containsExactly(new double[] {0, 0.05 - 0.0005, -0.0005, 0}, within(1e-15));
  }

  @Test
  void aDelayMovesItAllByABar() {
    assertThat(run(Stress.delay(1)))
        .containsExactly(new double[] {0, 0, 0.05 - 0.0005, -0.0005}, within(1e-15));
  }

  @Test
  void anotherCostReplacesTheSymbolsOwn() {
    assertThat(run(Stress.cost("1%", 0.01)))
        .containsExactly(new double[] {0, 0.05 - 0.005, -0.005, 0}, within(1e-15));
  }

  @Test
  void financingIsChargedOnWhatIsHeldWhileItIsHeld() {
    assertThat(run(Stress.financing("10%", 0.1)))
        .containsExactly(new double[] {0, 0.05 - 0.0005 - 0.0005, -0.0005, 0}, within(1e-15));
  }
}
