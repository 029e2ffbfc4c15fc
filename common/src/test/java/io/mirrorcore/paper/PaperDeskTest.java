package io.mirrorcore.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestMode;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.paper.PaperControl.Action;
import io.mirrorcore.paper.PaperControl.Origin;
import io.mirrorcore.paper.PaperSettings.CostBase;
import io.mirrorcore.paper.PaperSettings.Fill;
import io.mirrorcore.paper.PaperSettings.OrderLimits;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperDeskTest {

  private static TargetPositions positions(long time, double share, double price) {
    return new TargetPositions(
        "p", time, Map.of("A", share), share, share, "alive", Map.of("A", price));
  }

  private static PaperDesk desk(Fill fill, OrderLimits limits, CostBase base, double slippage) {
    return new PaperDesk("p", PaperRun.settings(fill, limits, base, slippage));
  }

  /** Bought at 101 and not at 100, a lot of 10, 0.1 % slippage, 0.02 % cost. */
  @Test
  void fillsAtTheNextOpenInWholeLotsAtItsCost() {
    PaperDesk desk = desk(Fill.NEXT, new OrderLimits(10, 0, 0, 0), CostBase.TRADED, 0.001);
    desk.add(positions(1, 0.505, 100));
    desk.add(PaperPrice.of("A", 2, 101));
    desk.add(positions(2, 0.505, 102));
    PaperTape tape = desk.advance(Long.MAX_VALUE, true);
    assertThat(tape.orders())
        .startsWith(new PaperOrder("p", 1, 1, "A", 500, 100, PaperOrder.State.SENT));
    PaperFill fill = tape.fills().get(0);
    assertThat(fill.quantity()).isEqualTo(500);
    assertThat(fill.price()).isCloseTo(101.101, within(1e-12));
    assertThat(fill.slippage()).isCloseTo(50.5, within(1e-9));
    assertThat(fill.cost()).isCloseTo(0.0002 * 500 * 101.101, within(1e-9));
    PaperAccount account = tape.accounts().get(1);
    assertThat(account.holdings()).isEqualTo(Map.of("A", 500.0));
    assertThat(account.equity())
        .isCloseTo(100_000 - 500 * 101.101 - fill.cost() + 500 * 102, within(1e-9));
    // 505 at 100, at the cost of the change.
    assertThat(account.expected()).isCloseTo(505 * 2 - 0.0002 * 50_500, within(1e-9));
  }

  @Test
  void atTheCloseWithoutLimitsItsEquityIsTheCapitalOfTheBacktest() {
    BacktestEvaluation evaluation =
        new BacktestEvaluation(
            new BacktestSettings(
                new Walk(BacktestMode.EVENT, 60, 0, false),
                new BarScale("1d", 252, "given"),
                new Stake(PaperRun.CAPITAL, 0),
                0,
                ZoneOffset.UTC,
                Trials.ONE,
                BacktestSettings.Positions.NO_BAND,
                List.of()),
            PaperRun.BARS);
    Ensemble ensemble = new Ensemble("random", PaperRun.engine());
    for (PortfolioBar bar : PaperRun.BARS) {
      EnsembleStep step = ensemble.onBar(bar);
      if (step.returns() != null) {
        evaluation.add(step.returns());
      }
      if (step.weights() != null) {
        evaluation.add(step.weights());
      }
    }
    List<PaperAccount> accounts = PaperRun.whole(PaperRun.ideal()).accounts();
    double[] returns = evaluation.ensembleReturns();
    assertThat(accounts).hasSize(returns.length + 1).hasSizeGreaterThan(300);
    double capital = PaperRun.CAPITAL;
    for (int i = 0; i < returns.length; i++) {
      capital *= 1 + returns[i];
      assertThat(accounts.get(i + 1).equity() / capital).isCloseTo(1, within(1e-9));
    }
    assertThat(accounts.get(returns.length).costs()).isPositive();
  }

  @Test
  void theGapToTheBacktestIsTheSumOfItsCauses() {
    List<PaperAccount> accounts = PaperRun.whole(PaperRun.real()).accounts();
    List<PaperAccount> ideal = PaperRun.whole(PaperRun.ideal()).accounts();
    for (int i = 0; i < accounts.size(); i++) {
      PaperAccount account = accounts.get(i);
      PaperAccount.Gap gap = account.gap();
      assertThat(account.expected() + gap.delay() + gap.costs() + gap.lots() + gap.bands())
          .isCloseTo(account.profit(), within(1e-6));
      assertThat(account.expected()).isEqualTo(ideal.get(i).profit());
    }
    PaperAccount.Gap last = accounts.get(accounts.size() - 1).gap();
    assertThat(List.of(last.delay(), last.costs(), last.lots(), last.bands())).doesNotContain(0.0);
    assertThat(last.costs()).isNegative();
  }

  /** Prices and positions come as they like, and the state is saved now and then. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatComesOutDependsNeitherOnThePaceOfTopicsNorOnRestarts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PaperDesk desk = new PaperDesk("random", PaperRun.real());
    PaperTape all = new PaperTape();
    int price = 0;
    int position = 0;
    while (price < PaperRun.OPENS.size() || position < PaperRun.POSITIONS.size()) {
      boolean next = random.nextBoolean();
      if (next && price < PaperRun.OPENS.size()) {
        assertThat(desk.add(PaperRun.OPENS.get(price++))).isTrue();
      } else if (!next && position < PaperRun.POSITIONS.size()) {
        assertThat(desk.add(PaperRun.POSITIONS.get(position++))).isTrue();
      }
      long complete =
          price == PaperRun.OPENS.size()
              ? Long.MAX_VALUE
              : PaperRun.OPENS.get(Math.max(0, price - 1)).time() - 1;
      PaperRun.append(all, desk.advance(complete, false));
      if (random.nextInt(20) == 0) {
        desk = Restored.from(desk, new PaperDesk("random", PaperRun.real()));
      }
    }
    PaperRun.append(all, desk.advance(Long.MAX_VALUE, true));
    assertThat(all).isEqualTo(PaperRun.whole(PaperRun.real()));
    assertThat(all.orders())
        .extracting(PaperOrder::state)
        .contains(PaperOrder.State.OUTSIDE_BAND, PaperOrder.State.SENT);
  }

  @Test
  void whatIsNotNewerIsNotTakenAgain() {
    PaperDesk desk = desk(Fill.NEXT, OrderLimits.NONE, CostBase.CHANGES, 0);
    assertThat(desk.add(positions(5, 0.5, 100))).isTrue();
    assertThat(desk.add(positions(5, 0.7, 100))).isFalse();
    desk.advance(Long.MAX_VALUE, true);
    assertThat(desk.add(positions(4, 0.7, 100))).isFalse();
    assertThat(desk.add(PaperPrice.of("A", 5, 100))).isFalse();
    assertThat(desk.isWaiting()).isFalse();
  }

  @Test
  void keepsTheLimitsOfOrders() {
    PaperDesk desk = desk(Fill.NEXT, new OrderLimits(0, 1000, 0.01, 1), CostBase.CHANGES, 0);
    Map<String, Double> prices = Map.of("A", 10.0, "B", 10.0, "C", 10.0);
    desk.add(
        new TargetPositions(
            "p", 1, Map.of("A", 0.1, "B", -0.2, "C", 0.005), 0, 0, "alive", prices));
    desk.add(PaperPrice.of("A", 2, 10));
    desk.add(PaperPrice.of("B", 2, 10.11));
    desk.add(new TargetPositions("p", 2, Map.of("A", 0.1, "C", 0.005), 0, 0, "alive", prices));
    desk.add(PaperPrice.of("A", 3, 10));
    PaperTape tape = desk.advance(Long.MAX_VALUE, true);
    assertThat(tape.orders())
        .extracting(order -> order.order() + order.symbol() + order.state())
        .containsExactly("1BSENT", "1BOUTSIDE_BAND", "2ASENT");
    assertThat(tape.fills()).extracting(PaperFill::symbol).containsExactly("A");
  }

  @Test
  void theKillSwitchTakesBackWhatIsOpenAndAReplayObeysItAtTheSamePoint() {
    PaperDesk live = desk(Fill.NEXT, OrderLimits.NONE, CostBase.CHANGES, 0);
    PaperTape told = new PaperTape();
    live.add(positions(1, 0.5, 100));
    PaperRun.append(told, live.advance(Long.MAX_VALUE, false));
    PaperRun.append(told, live.turn(Action.HALT, Origin.FILE));
    assertThat(live.turn(Action.HALT, Origin.FILE).controls()).isEmpty();
    rest(live);
    PaperRun.append(told, live.advance(2, false));
    PaperRun.append(told, live.turn(Action.RESUME, Origin.FILE));
    PaperRun.append(told, live.advance(Long.MAX_VALUE, true));

    assertThat(told.controls())
        .containsExactly(
            new PaperControl("p", Action.HALT, 1L, Origin.FILE),
            new PaperControl("p", Action.RESUME, 2L, Origin.FILE));
    assertThat(told.accounts())
        .extracting(PaperAccount::halted)
        .containsExactly(false, true, false);
    assertThat(told.orders())
        .extracting(order -> order.time() + " " + order.state())
        .containsExactly("1 SENT", "1 HALTED", "3 SENT");

    PaperDesk replay = desk(Fill.NEXT, OrderLimits.NONE, CostBase.CHANGES, 0);
    told.controls().forEach(replay::add);
    replay.add(positions(1, 0.5, 100));
    rest(replay);
    assertThat(replay.advance(Long.MAX_VALUE, true)).isEqualTo(told);
  }

  private static void rest(PaperDesk desk) {
    desk.add(PaperPrice.of("A", 2, 100));
    desk.add(positions(2, 0.5, 100));
    desk.add(PaperPrice.of("A", 3, 100));
    desk.add(positions(3, 0.5, 100));
    desk.add(PaperPrice.of("A", 4, 100));
  }
}
