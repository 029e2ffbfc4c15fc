package io.mirrorcore.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.portfolio.RandomPortfolio;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StrategyReturnsLedgerTest {

  private static final Offset<Double> EXACT = within(1e-15);
  private static final LedgerSettings SETTINGS = settings(SlotRule.PRESENT, 5000);

  private static LedgerSettings settings(SlotRule slots, int forgetAfter) {
    return new LedgerSettings(
        slots, CostModel.flat(0.001), 20, forgetAfter, MarketSessions.unknown());
  }

  private static StrategyReturnsLedger ledger(LedgerSettings settings) {
    return new StrategyReturnsLedger("demo", List.of("A", "B"), settings);
  }

  private static SymbolPositions bar(String symbol, double close, double a, double b) {
    return new SymbolPositions(symbol, close, new double[] {a, b});
  }

  private static BarReturns earned(PortfolioBar bar) {
    return bar.earned().orElseThrow();
  }

  private static void returns(PortfolioBar bar, double a, double b) {
    assertThat(earned(bar).byStrategy()).containsExactly(new double[] {a, b}, EXACT);
  }

  /** Of the first strategy to all symbols, then of the second. */
  private static void exposures(PortfolioBar bar, double... expected) {
    double[] exposures =
        IntStream.range(0, bar.strategies().size())
            .boxed()
            .flatMapToDouble(
                k -> bar.symbols().stream().mapToDouble(symbol -> symbol.exposures()[k]))
            .toArray();
    assertThat(exposures).containsExactly(expected);
  }

  @Test
  void reckonsTwoSymbolsAndTwoStrategiesAsByHand() {
    StrategyReturnsLedger ledger = ledger(SETTINGS);

    PortfolioBar first = ledger.onBar(1, List.of(bar("X", 100, 1, -1), bar("Y", 50, 1, 0)));
    assertThat(first.earned()).isEmpty();
    exposures(first, 0.5, 0.5, -0.5, 0);

    // X +10 %, Y -10 %; the build-up of the first close is paid for now.
    PortfolioBar second = ledger.onBar(2, List.of(bar("X", 110, 0, -1), bar("Y", 45, 1, 1)));
    returns(second, 0.5 * 0.1 - 0.5 * 0.1 - 0.001 * 1, -0.5 * 0.1 - 0.001 * 0.5);
    exposures(second, 0, 0.5, -0.5, 0.5);
    assertThat(earned(second).deployed()).containsExactly(true, true);
    assertThat(earned(second).market()).isCloseTo(0, EXACT);

    // Y has no bar: it keeps its exposures, earns nothing, and X has the only slot.
    PortfolioBar third = ledger.onBar(3, List.of(bar("X", 121, 1, 0)));
    returns(third, -0.001 * 0.5, -0.5 * 0.1 - 0.001 * 0.5);
    exposures(third, 1, 0.5, 0, 0.5);
    assertThat(third.symbols()).extracting(SymbolReturn::silent).containsExactly(0, 1);
    assertThat(third.symbols().get(1).value()).isZero();
    assertThat(earned(third).market()).isCloseTo(0.1, EXACT);

    // Y is back with the return since its last bar, 54/45 - 1.
    PortfolioBar fourth = ledger.onBar(4, List.of(bar("X", 121, 0, 0), bar("Y", 54, 0, 0)));
    returns(fourth, 0.5 * 0.2 - 0.001 * 1, 0.5 * 0.2 - 0.001 * 0.5);
    assertThat(fourth.symbols()).extracting(SymbolReturn::silent).containsExactly(0, 0);
    assertThat(earned(fourth).market()).isCloseTo(0.1, EXACT);

    PortfolioBar fifth = ledger.onBar(5, List.of(bar("X", 121, 0, 0), bar("Y", 54, 0, 0)));
    returns(fifth, -0.001 * 1.5, -0.001 * 0.5);
    assertThat(earned(fifth).deployed()).containsExactly(false, false);
  }

  @Test
  void divideByWhatIsDeployedWhenAskedTo() {
    StrategyReturnsLedger ledger = ledger(settings(SlotRule.DEPLOYED, 5000));
    PortfolioBar bar = ledger.onBar(1, List.of(bar("X", 100, 1, 0), bar("Y", 50, -0.6, 0)));
    exposures(bar, 1 / 1.6, -0.6 / 1.6, 0, 0);
  }

  @Test
  void takesTheCostOfTheFirstPatternThatMatches() {
    CostModel costs =
        new CostModel(List.of(new CostRule("BTC-*", 0.001), new CostRule("*-US?", 0.0005)), 0.0002);
    assertThat(costs.of("BTC-USD")).isEqualTo(0.001);
    assertThat(costs.of("ETH-USD")).isEqualTo(0.0005);
    assertThat(costs.of("ETH-USDT")).isEqualTo(0.0002);
    assertThat(costs.of("IBM")).isEqualTo(0.0002);
    assertThatThrownBy(() -> new CostRule("*", Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void closesAndThenForgetsASymbolThatStaysSilent() {
    StrategyReturnsLedger ledger = ledger(settings(SlotRule.PRESENT, 2));
    ledger.onBar(1, List.of(bar("X", 100, 1, 1), bar("Y", 50, 1, 1)));
    exposures(ledger.onBar(2, List.of(bar("X", 100, 1, 1))), 1, 0.5, 1, 0.5);
    exposures(ledger.onBar(3, List.of(bar("X", 100, 1, 1))), 1, 0, 1, 0);
    PortfolioBar paid = ledger.onBar(4, List.of(bar("X", 100, 1, 1)));
    returns(paid, -0.001 * 0.5, -0.001 * 0.5);
    PortfolioBar after = ledger.onBar(5, List.of(bar("X", 100, 1, 1)));
    assertThat(after.symbols()).extracting(SymbolReturn::symbol).containsExactly("X");
  }

  @Test
  void measuresAMoveInDeviationsOfTheReturnsBefore() {
    LedgerSettings settings =
        new LedgerSettings(SlotRule.ALIVE, CostModel.defaults(), 2, 10, MarketSessions.unknown());
    StrategyReturnsLedger ledger = ledger(settings);
    ledger.onBar(1, List.of(bar("X", 100, 0, 0)));
    assertThat(ledger.onBar(2, List.of(bar("X", 110, 0, 0))).symbols().get(0).move()).isZero();
    assertThat(ledger.onBar(3, List.of(bar("X", 99, 0, 0))).symbols().get(0).move()).isZero();
    // Returns +0.1 and -0.1 have a deviation of 0.1 sqrt 2.
    PortfolioBar bar = ledger.onBar(4, List.of(bar("X", 198, 0, 0)));
    assertThat(bar.symbols().get(0).move()).isCloseTo(1 / (0.1 * Math.sqrt(2)), within(1e-12));
  }

  @Test
  void survivesPricesWhoseQuotientOverflows() {
    StrategyReturnsLedger ledger = ledger(SETTINGS);
    ledger.onBar(1, List.of(bar("X", 1e-300, 1, -1)));
    PortfolioBar absurd = ledger.onBar(2, List.of(bar("X", 1e300, 1, -1)));
    assertThat(earned(absurd).byStrategy()).containsExactly(1e30, -1e30);
    returns(ledger.onBar(3, List.of(bar("X", 1.1e300, 1, -1))), 0.1, -0.1);
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() {
    List<PortfolioBar> undisturbed = new RandomPortfolio(3, 4, 5).bars(120);
    RandomPortfolio interrupted = new RandomPortfolio(3, 4, 5);
    for (int i = 0; i < 120; i++) {
      if (i % 11 == 5) {
        interrupted.restore();
      }
      assertThat(interrupted.next()).usingRecursiveComparison().isEqualTo(undisturbed.get(i));
    }
  }

  @Test
  void keepsItsBooksByStrategyWhenTheSetChanges() {
    StrategyReturnsLedger old = ledger(SETTINGS);
    old.onBar(1, List.of(bar("X", 100, 1, -1)));
    old.onBar(2, List.of(bar("X", 100, 1, -1)));
    StrategyReturnsLedger changed =
        Restored.from(old, new StrategyReturnsLedger("demo", List.of("C", "B"), SETTINGS));
    PortfolioBar bar = changed.onBar(3, List.of(bar("X", 110, 1, 1)));
    returns(bar, 0, -0.1);
    assertThat(earned(bar).deployed()).containsExactly(false, true);
  }

  @Test
  void rejectsWhatIsOutOfSequenceOrOutOfShape() {
    StrategyReturnsLedger ledger = ledger(SETTINGS);
    ledger.onBar(5, List.of(bar("X", 100, 1, 1)));
    assertThatThrownBy(() -> ledger.onBar(5, List.of(bar("X", 100, 1, 1))))
        .hasMessageContaining("after 5");
    assertThatThrownBy(() -> ledger.onBar(6, List.of(bar("Y", 100, 1, 1), bar("X", 100, 1, 1))))
        .hasMessageContaining("order of symbol");
    assertThatThrownBy(
            () -> ledger.onBar(6, List.of(new SymbolPositions("X", 1, new double[] {1}))))
        .hasMessageContaining("2 positions");
    assertThatThrownBy(() -> bar("X", 100, Double.NaN, 0)).hasMessageContaining("[-1, 1]");
    assertThatThrownBy(() -> bar("X", Double.NaN, 0, 0)).hasMessageContaining("close of X");
    assertThatThrownBy(() -> ledger.onBar(6, List.of())).hasMessageContaining("at least one");
  }
}
