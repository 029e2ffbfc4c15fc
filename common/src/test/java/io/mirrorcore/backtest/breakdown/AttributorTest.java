package io.mirrorcore.backtest.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.track.TrackWatch.Holding;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributorTest {

  private static final Sleeves SLEEVES = new Sleeves(2, 3);
  private static final List<String> STRATEGIES = List.of("A", "B");
  private static final Attributor.Scale SCALE = new Attributor.Scale(1000, 1, 2);

  private static SymbolReturn symbol(String name, double value, double a, double b) {
    return new SymbolReturn(name, value, 0.01, 0, 0, 0.5, 20, new double[] {a, b, 0.5});
  }

  private static EvaluatedBar bar(long time, SymbolReturn... symbols) {
    return new EvaluatedBar(
        time,
        SLEEVES,
        new double[4],
        new boolean[2],
        new PortfolioBar.OfSymbols(
            "main", time, List.of("A", "B", "HOLD"), Optional.empty(), List.of(symbols)));
  }

  /**
   * Weights 0.6 and 0.4. At the start A wants 1 of X, B wants -0.5 of X and 1 of Y.
   *
   * <pre>
   *   X  A 0.6, B -0.2: held 0.4;  Y  B 0.4: held 0.4;  capital 1
   *   bar 1: X +10 %, Y -5 %, cost 1 %
   *     X  gain 0.04, cost 0.004, of which A pays 0.6/0.8 and B 0.2/0.8
   *     Y  gain -0.02, cost 0.004, all of it B's
   *     A  0.06 - 0.003 = 0.057;  B  -0.02 - 0.001 - 0.02 - 0.004 = -0.045
   *     together 0.012 = 0.04 - 0.004 - 0.02 - 0.004
   *   capital 1.012; nothing changes
   *   bar 2: X -10 %: A -0.06, B +0.02, times 1.012
   * </pre>
   */
  @Test
  void profitsAndCostsAreAsByHand() {
    List<Trade> trades = new ArrayList<>();
    Attributor attributor = new Attributor(STRATEGIES, SCALE, trades::add);
    Map<String, Double> held = Map.of("X", 0.4, "Y", 0.4);
    double[] weights = {0.6, 0.4};
    attributor.decided(
        bar(1, symbol("X", 0, 1, -0.5), symbol("Y", 0, 0, 1)), new Holding(1, held, weights));
    EvaluatedBar first = bar(2, symbol("X", 0.10, 1, -0.5), symbol("Y", -0.05, 0, 1));
    attributor.earned(first, 1, 1.012);
    attributor.decided(first, new Holding(1.012, held, weights));
    attributor.earned(
        bar(3, symbol("X", -0.10, 1, -0.5), symbol("Y", 0, 0, 1)), 1.012, 1.012 * 0.96);

    Attribution found = attributor.attribution();
    double later = 1.012;
    Attribution.Row a = found.strategies().get(0);
    assertThat(a.name()).isEqualTo("A");
    assertThat(a.profit()).isCloseTo(1000 * (0.057 - 0.06 * later), within(1e-9));
    assertThat(a.cost()).isCloseTo(3, within(1e-9));
    assertThat(a.exposure()).isCloseTo(0.6, within(1e-12));
    assertThat(a.turnover()).as("one year, two bars").isCloseTo(0.6, within(1e-12));
    Attribution.Row b = found.strategies().get(1);
    assertThat(b.profit()).isCloseTo(1000 * (-0.045 + 0.02 * later), within(1e-9));
    assertThat(b.cost()).isCloseTo(5, within(1e-9));
    assertThat(b.exposure()).isCloseTo(0.6, within(1e-12));
    assertThat(b.net()).isCloseTo(0.2, within(1e-12));
    assertThat(b.heldBars()).isEqualTo(2);
    assertThat(found.strategies()).as("the market was never held").hasSize(2);
    assertThat(found.between()).isCloseTo(0, within(1e-9));
    assertThat(found.apart()).isCloseTo(0, within(1e-9));
    Attribution.Row x = found.symbols().get(0);
    assertThat(x.profit()).isCloseTo(1000 * (0.036 - 0.04 * later), within(1e-9));
    assertThat(x.turnover()).isCloseTo(0.4, within(1e-12));
    assertThat(trades)
        .containsExactly(
            new Trade(1, "X", 20, 0, 0.4, 400, 4), new Trade(1, "Y", 20, 0, 0.4, 400, 4));
    assertThat(found.trades().count()).isEqualTo(2);
    assertThat(found.trades().value()).isEqualTo(800);
    assertThat(found.trades().cost()).isEqualTo(8);
  }

  @Test
  void whatIsLeftOutOfTheSumIsNobodys() {
    Attributor attributor = new Attributor(STRATEGIES, SCALE, trade -> {});
    // The band kept X at 0.3 though the strategies want 0.6 of it; the market's sleeve wants 0.1.
    attributor.decided(
        bar(1, symbol("X", 0, 1, 0)),
        new Holding(1, Map.of("X", 0.3), new double[] {0.6, 0, 0, 0.2}));
    attributor.earned(bar(2, symbol("X", 0.10, 1, 0), symbol("Z", 0.5, 0, 0)), 1, 1.05);
    Attribution found = attributor.attribution();
    assertThat(found.symbols()).extracting(Attribution.Row::name).containsExactly("X");
    assertThat(found.apart()).isCloseTo(1000 * (0.05 - 0.03 + 0.003), within(1e-9));
    assertThat(found.strategies()).extracting(Attribution.Row::name).endsWith("the market");
    double sum = found.strategies().stream().mapToDouble(Attribution.Row::profit).sum();
    assertThat(sum + found.between()).isCloseTo(50, within(1e-9));
  }

  @Test
  void whatWasHeldBeforeIsNotBoughtAgain() {
    List<Trade> trades = new ArrayList<>();
    Attributor attributor = new Attributor(STRATEGIES, SCALE, trades::add);
    EvaluatedBar start = bar(1, symbol("X", 0, 1, 0));
    attributor.prepared(start, Map.of("X", 0.25));
    attributor.decided(start, new Holding(1, Map.of("X", 0.35), new double[] {0.6, 0.4}));
    assertThat(trades).hasSize(1);
    assertThat(trades.get(0).before()).isEqualTo(0.25);
    assertThat(trades.get(0).value()).isCloseTo(100, within(1e-9));
  }

  @Test
  void withoutSymbolsAStrategysOwnReturnsAreTold() {
    Attributor attributor = new Attributor(STRATEGIES, SCALE, trade -> {});
    Sleeves sleeves = new Sleeves(2, -1);
    double[] none = new double[3];
    EvaluatedBar start = new EvaluatedBar(1, sleeves, none, new boolean[2], null);
    attributor.decided(start, new Holding(1, Map.of(), new double[] {0.75, 0.25}));
    EvaluatedBar bar =
        new EvaluatedBar(
            2, sleeves, new double[] {0.04, -0.02, 0}, new boolean[] {true, false}, null);
    attributor.earned(bar, 1, 1.02);
    Attribution found = attributor.attribution();
    assertThat(found.symbols()).isNull();
    assertThat(found.trades()).isNull();
    assertThat(found.apart()).isNull();
    assertThat(found.strategies().get(0).profit()).isCloseTo(30, within(1e-9));
    assertThat(found.strategies().get(0).cost()).isNull();
    assertThat(found.strategies().get(0).turnover()).isNull();
    assertThat(found.strategies().get(1).heldBars()).isZero();
    assertThat(found.between()).isCloseTo(20 - 30 + 5, within(1e-9));
  }

  @Test
  void theLargestAndTheLastTradesAreKept() {
    List<Trade> all = new ArrayList<>();
    TradeLog log = new TradeLog(all::add);
    for (int i = 0; i < 200; i++) {
      double value = (i % 2 == 0 ? 1 : -1) * (i * 37 % 200);
      log.add(new Trade(i, "X", 1, 0, 0, value, 0.5));
    }
    Attribution.Trades kept = log.trades();
    assertThat(all).hasSize(200);
    assertThat(kept.count()).isEqualTo(200);
    assertThat(kept.value()).isEqualTo(199 * 100);
    assertThat(kept.cost()).isEqualTo(100);
    assertThat(kept.largest()).hasSize(TradeLog.MOST);
    assertThat(kept.largest().get(0).value()).isEqualTo(-199);
    assertThat(kept.largest().get(49).value()).isEqualTo(150);
    assertThat(kept.last()).hasSize(TradeLog.MOST);
    assertThat(kept.last().get(0).time()).isEqualTo(150);
    assertThat(kept.last().get(49).time()).isEqualTo(199);
  }
}
