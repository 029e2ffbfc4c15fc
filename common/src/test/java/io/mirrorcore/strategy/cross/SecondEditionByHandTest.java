package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.kit.AllShards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The second editions of strategies on several symbols, each where it differs from the first. */
class SecondEditionByHandTest {

  private final SplittableRandom random = new SplittableRandom(8);

  private static Parameters edition(Strategy strategy, double number) {
    return Parameters.of(strategy, Map.of("edition", number));
  }

  private static Bar bar(String symbol, int t, double price) {
    return new Bar(symbol, t * 60_000L, price, price, price, price, 1);
  }

  private double step() {
    return random.nextDouble(-0.01, 0.01);
  }

  /** B follows A by a bar, and A falls: the leader that a first edition can never sell. */
  @Test
  void correlationMatrixCanSellTheLeaderOfTwo() {
    for (double number : new double[] {1, 2}) {
      CorrelationMatrix strategy = new CorrelationMatrix();
      CrossAssetStrategy.Machine machine = strategy.machine(edition(strategy, number));
      double[] log = new double[2];
      double before = 0;
      double least = 0;
      double mid = 0;
      for (int t = 0; t < 400; t++) {
        log[1] += 0.9 * before + 0.2 * step() + 0.002;
        before = step();
        log[0] += before - 0.002;
        List<Signal> signals =
            machine.onBars(List.of(bar("A", t, Math.exp(log[0])), bar("B", t, Math.exp(log[1]))));
        least = Math.min(least, signals.get(0).position());
        mid = signals.get(0).isWarmup() ? 0 : signals.get(0).attributes()[2];
      }
      assertThat(least).isEqualTo(number == 1 ? 0 : -1);
      assertThat(mid).isEqualTo(number == 1 ? 0.5 : 0.25); // the lower of two
    }
  }

  /** B does a bar later what A does: up, up, down, down. */
  @Test
  void correlationMatrixIsSureOfALeaderByHand() {
    CorrelationMatrix strategy = new CorrelationMatrix();
    Map<String, Double> set = Map.of("edition", 2.0, "window", 3.0, "lead-window", 8.0);
    CrossAssetStrategy.Machine machine = strategy.machine(Parameters.of(strategy, set));
    double[] close = {100, 100};
    List<Signal> signals = List.of();
    for (int t = 0; t < 26; t++) { // the last bar is the second one up of A
      close[0] *= t % 4 < 2 ? 1.01 : 0.99;
      close[1] *= (t + 3) % 4 < 2 ? 1.01 : 0.99;
      signals = machine.onBars(List.of(bar("A", t, close[0]), bar("B", t, close[1])));
    }
    // A earlier with B is 1, B earlier with A (two bars apart) -1: leadership 2. Now they are
    // uncorrelated: z = 2 / sqrt(2/8 (1 - 0)) = 4, beyond the 1.96 of 0.05 / 2. In three bars A
    // went down, up, up and B down, down, up: a correlation of 4/9 / (8/9), and A grew more.
    assertThat(signals.get(0).attributes()[0]).isCloseTo(0.5, within(1e-9));
    assertThat(signals.get(0).attributes()[1]).isCloseTo(2, within(1e-9));
    assertThat(signals.get(0).attributes()[2]).isEqualTo(0.75);
    assertThat(signals.get(0).position()).isEqualTo(1);
    assertThat(signals.get(0).confidence()).isEqualTo(0.5);
    assertThat(signals.get(1).position()).isZero();
  }

  @Test
  void correlationMatrixNamesNobodyWhereNobodySurelyLeads() {
    CorrelationMatrix strategy = new CorrelationMatrix();
    CrossAssetStrategy.Machine machine = strategy.machine(edition(strategy, 2));
    List<Signal> signals = List.of();
    for (int t = 0; t < 100; t++) {
      signals = machine.onBars(List.of(bar("A", t, 10), bar("B", t, 20))); // nothing moves
    }
    assertThat(signals).allMatch(s -> s.label().equals("NO_LEADER") && s.position() == 0);
  }

  @Test
  void causalityDetectorTellsOfTheNearestWhereNobodyLeads() {
    CausalityDetector strategy = new CausalityDetector();
    AllShards machine = new AllShards(strategy, edition(strategy, 2), 2);
    double[] log = new double[3];
    int told = 0;
    int led = 0;
    for (int t = 0; t < 400; t++) {
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < log.length; i++) {
        log[i] += step();
        bars.add(bar("S" + i, t, 100 * Math.exp(log[i])));
      }
      for (Signal signal : machine.onBars(bars)) {
        boolean ready = !signal.isWarmup();
        led += ready && signal.attributes()[0] > 0 ? 1 : 0;
        told += ready && signal.attributes()[0] == 0 && signal.attributes()[1] > 0 ? 1 : 0;
        if (ready && signal.attributes()[0] == 0) {
          assertThat(signal.attributes()[2]).isGreaterThan(0.05);
          assertThat(signal.position()).isZero();
        }
      }
    }
    assertThat(told).isGreaterThan(3 * 200 - led);
  }

  /** Beyond a few symbols shards tell of evidence only, and who has no leader says 0 and 1. */
  @Test
  void causalityDetectorFindsTheSameLeadersInALargePortfolio() {
    CausalityDetector strategy = new CausalityDetector();
    AllShards machine = new AllShards(strategy, edition(strategy, 2), 1);
    double[] log = new double[40];
    double before = 0;
    List<Signal> signals = List.of();
    for (int t = 0; t < 260; t++) {
      List<Bar> bars = new ArrayList<>();
      log[1] += 0.9 * before + 0.2 * step();
      before = step();
      log[0] += before;
      for (int i = 0; i < log.length; i++) {
        log[i] += i < 2 ? 0 : step();
        bars.add(bar("S" + (10 + i), t, 100 * Math.exp(log[i])));
      }
      signals = machine.onBars(bars);
    }
    assertThat(signals.get(1).attributes()[0]).isPositive();
    assertThat(signals.get(1).attributes()[1]).isEqualTo(1);
    assertThat(signals.get(1).attributes()[2]).isLessThan(1e-6);
    assertThat(signals).anyMatch(s -> s.attributes()[1] == 0 && s.attributes()[2] == 1);
  }

  @Test
  void pairsTradingFormsOnlyWhoWasThereAllTheTimeAndClosesAtTheEndOfThePeriod() {
    PairsTrading strategy = new PairsTrading();
    Parameters parameters =
        Parameters.of(
            strategy,
            Map.of("edition", 2.0, "formation", 40.0, "trading", 20.0, "exit", 0.0, "stop", 99.0));
    AllShards machine = new AllShards(strategy, parameters, 2);
    double log = 0;
    double spread = 0;
    for (int t = 1; t <= 60; t++) {
      log += step();
      spread = 0.3 * spread + 0.3 * step();
      // From close 50 on the spread is wide open.
      double wide = t >= 50 ? 0.05 : 0;
      List<Bar> bars = new ArrayList<>();
      bars.add(bar("A", t, 100 * Math.exp(log + spread + wide)));
      bars.add(bar("B", t, 50 * Math.exp(log)));
      if (t != 30) {
        bars.add(bar("C", t, 20 * Math.exp(log + 0.3 * step())));
      }
      List<Signal> signals = machine.onBars(bars);
      assertThat(signals.get(0).isWarmup()).isEqualTo(t < 40);
      assertThat(signals.get(bars.size() - 1).isWarmup()).isEqualTo(t < 40 || bars.size() == 3);
      if (t >= 50 && t < 60) {
        assertThat(signals.get(0).position()).isNegative();
        assertThat(signals.get(1).position()).isPositive();
      }
      if (t == 60) {
        assertThat(signals.get(0).label()).isEqualTo("EXIT");
        assertThat(signals.get(0).position()).isZero();
      }
    }
  }
}
