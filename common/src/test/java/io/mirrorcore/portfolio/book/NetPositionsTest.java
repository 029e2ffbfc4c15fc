package io.mirrorcore.portfolio.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.ledger.CostModel;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.ledger.StrategyReturnsLedger;
import io.mirrorcore.portfolio.ledger.SymbolPositions;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetPositionsTest {

  private final StrategyReturnsLedger ledger =
      new StrategyReturnsLedger(
          "demo",
          List.of("A", "B"),
          new LedgerSettings(
              SlotRule.PRESENT, CostModel.flat(0.001), 20, 5000, MarketSessions.unknown()));

  private PortfolioBar bar(long time, double closeX, double ax, double bx, double ay, double by) {
    return ledger.onBar(
        time,
        List.of(
            new SymbolPositions("X", closeX, new double[] {ax, bx}),
            new SymbolPositions("Y", 10, new double[] {ay, by})));
  }

  @Test
  void cancelsWhatStrategiesDisagreeAboutBeforeItCosts() {
    NetPositions positions = new NetPositions(NoTradeBand.none());
    double[] weights = {0.6, 0.4};
    TargetPositions first = positions.decide(bar(1, 100, 1, -1, 1, 1), weights);
    assertThat(first.positions().get("X")).isCloseTo(0.1, within(1e-15));
    assertThat(first.positions().get("Y")).isCloseTo(0.5, within(1e-15));
    assertThat(first.gross()).isCloseTo(0.6, within(1e-15));

    PortfolioBar second = bar(2, 110, -1, 0, 1, 1);
    assertThat(positions.earned(second)).isCloseTo(0.1 * 0.1 - 0.001 * 0.6, within(1e-15));
    TargetPositions short_ = positions.decide(second, weights);
    assertThat(short_.positions().get("X")).isCloseTo(-0.3, within(1e-15));
    assertThat(short_.net()).isCloseTo(0.2, within(1e-15));

    PortfolioBar third = bar(3, 99, 0, 0, 0, 0);
    NetPositions restored = Restored.from(positions, new NetPositions(NoTradeBand.none()));
    assertThat(restored.earned(third)).isCloseTo(-0.3 * -0.1 - 0.001 * 0.4, within(1e-15));
    assertThat(restored.decide(third, weights).positions())
        .containsExactly(Map.entry("X", 0.0), Map.entry("Y", 0.0));
  }

  /** A half-life of one bar: half of the first 0.1 and 0.5 is beyond the band. */
  @Test
  void earnsWhatIsHeldAndPaysForWhatIsTradedAndNotForWhatIsWanted() {
    NetPositions positions = new NetPositions(new NoTradeBand(1, 1));
    double[] weights = {0.6, 0.4};
    TargetPositions first = positions.decide(bar(1, 100, 1, -1, 1, 1), weights);
    assertThat(first.positions().get("X")).isCloseTo(0.05, within(1e-15));
    assertThat(first.gross()).isCloseTo(0.3, within(1e-15));

    PortfolioBar second = bar(2, 110, 1, -1, 1, 1);
    assertThat(positions.earned(second)).isCloseTo(0.05 * 0.1 - 0.001 * 0.3, within(1e-15));
  }

  @Test
  void takesOverAnAccountWithAnotherBand() {
    double[] weights = {0.6, 0.4};
    NetPositions without = new NetPositions(NoTradeBand.none());
    without.decide(bar(1, 100, 1, -1, 1, 1), weights);
    NetPositions with = Restored.from(without, new NetPositions(new NoTradeBand(1, 20)));
    PortfolioBar second = bar(2, 110, 1, -1, 1, 1);
    assertThat(with.earned(second)).isEqualTo(without.earned(second));
    assertThat(with.decide(second, weights).positions())
        .isEqualTo(without.decide(second, weights).positions());

    NetPositions again = Restored.from(with, new NetPositions(NoTradeBand.none()));
    PortfolioBar third = bar(3, 99, 0, 0, 0, 0);
    assertThat(again.earned(third)).isEqualTo(with.earned(third));
  }
}
