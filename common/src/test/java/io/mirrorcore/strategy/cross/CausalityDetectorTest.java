package io.mirrorcore.strategy.cross;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.kit.AllShards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CausalityDetectorTest {

  private static final CausalityDetector STRATEGY = new CausalityDetector();
  private static final Parameters DEFAULTS = Run.firstEdition(STRATEGY, Map.of());

  private static Bar bar(String symbol, long time, double price) {
    return new Bar(symbol, time, price, price, price, price, 1);
  }

  private static List<Bar> bars(String... symbols) {
    return Arrays.stream(symbols).map(s -> bar(s, 1, 100)).toList();
  }

  private static PairReading pair(String a, String b, double... numbers) {
    return new PairReading(a, b, numbers);
  }

  private static void assertSays(Signal signal, String says, double... numbers) {
    assertThat(says(signal)).isEqualTo(says);
    double[] all = {
      signal.confidence(), signal.attributes()[0], signal.attributes()[1], signal.attributes()[2]
    };
    assertThat(all).usingComparatorWithPrecision(1e-15).containsExactly(numbers);
  }

  @Test
  void followsTheMostConfidentLeaderThatMoved() {
    // 4 symbols, 12 tests. p sorted: 0.001 (A leads D), 0.002 (B leads D), 0.003 (C leads A),
    // 0.04 (D leads B). Times 12 over rank: 0.012, 0.012, 0.012, 0.12: the last is none.
    List<PairReading> readings =
        List.of(
            PairReading.alone("A", 0.01, 0.02), // no move
            pair("A", "C", 1, 0, 0, 0.003, 2, -0.5),
            pair("A", "D", 0.001, 1, 0.4, 1, 0, 0),
            PairReading.alone("B", -0.03, 0.02), // a move down
            pair("B", "D", 0.002, 3, 0.7, 0.04, 1, 1),
            PairReading.alone("C", -0.01, 0.009), // a move down
            PairReading.alone("D", 0.5, 0.1)); // a move up
    List<Signal> signals = STRATEGY.combine(DEFAULTS, bars("A", "B", "C", "D", "E"), readings);
    assertSays(signals.get(0), "BUY 1.0", 0.988, 1, 2, 0.012); // -0.5 times a move down
    assertSays(signals.get(1), "HOLD 0.0", 0, 0, 0, 1);
    assertSays(signals.get(2), "HOLD 0.0", 0, 0, 0, 1);
    assertSays(signals.get(3), "SELL -1.0", 0.988, 2, 3, 0.012); // A did not move, B did
    assertThat(signals.get(4).isWarmup()).isTrue();
  }

  @Test
  void aLeaderThatDidNotMoveIsShownAndNotFollowed() {
    List<PairReading> readings =
        List.of(
            PairReading.alone("A", 0.02, 0.02),
            pair("A", "B", 0.01, 4, 0.4, 1, 0, 0),
            PairReading.alone("B", 0.2, 0.01));
    List<Signal> signals = STRATEGY.combine(DEFAULTS, bars("B"), readings);
    assertSays(signals.get(0), "HOLD 0.0", 0, 1, 4, 0.02);
  }

  @Test
  void ofEqualLeadersTheFirstByNameIsFollowed() {
    List<PairReading> readings =
        List.of(
            PairReading.alone("A", 0.2, 0.01),
            pair("A", "C", 0.001, 1, 1, 1, 0, 0),
            PairReading.alone("B", 0.2, 0.01),
            pair("B", "C", 0.001, 2, -1, 1, 0, 0),
            PairReading.alone("C", 0, 0));
    assertSays(
        STRATEGY.combine(DEFAULTS, bars("C"), readings).get(0), "BUY 1.0", 0.997, 2, 1, 0.003);
  }

  /** B does 0.8 of what A did two bars before. */
  @Test
  void findsALeadAndTradesItsMoves() {
    AllShards machine = new AllShards(STRATEGY, DEFAULTS, 2);
    SplittableRandom random = new SplittableRandom(4);
    double[] move = new double[3];
    double a = 100;
    double b = 100;
    int right = 0;
    int trades = 0;
    for (int t = 0; t < 600; t++) {
      move[2] = move[1];
      move[1] = move[0];
      move[0] = random.nextDouble(-0.02, 0.02);
      a *= 1 + move[0];
      b *= 1 + 0.8 * move[2] + random.nextDouble(-0.005, 0.005);
      List<Signal> signals = machine.onBars(List.of(bar("A", t, a), bar("B", t, b)));
      if (t >= 120) {
        assertThat(signals.get(1).attributes()[0]).isEqualTo(1);
        assertThat(signals.get(1).attributes()[1]).isGreaterThanOrEqualTo(2);
        assertThat(signals.get(1).attributes()[2]).isLessThan(1e-20);
        double position = signals.get(1).position();
        trades += position != 0 ? 1 : 0;
        right += position == Math.signum(move[0]) ? 1 : 0;
      }
    }
    assertThat(trades).isBetween(100, 300);
    assertThat(right).isEqualTo(trades);
  }

  @Test
  void independentSymbolsHaveFewLeaders() {
    AllShards machine = new AllShards(STRATEGY, DEFAULTS, 1);
    SplittableRandom random = new SplittableRandom(8);
    int symbols = 20;
    double[] price = new double[symbols];
    Arrays.fill(price, 100);
    int windows = 0;
    int withLeaders = 0;
    for (int t = 0; t <= 120 * 40; t++) {
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < symbols; i++) {
        price[i] *= 1 + random.nextDouble(-0.01, 0.01);
        bars.add(bar("S" + (10 + i), t, price[i]));
      }
      List<Signal> signals = machine.onBars(bars);
      // Windows that do not overlap: of 40 such, 5 % are 2.
      if (t > 0 && t % 120 == 0) {
        windows++;
        withLeaders += signals.stream().anyMatch(s -> s.attributes()[0] > 0) ? 1 : 0;
      }
    }
    assertThat(windows).isEqualTo(40);
    assertThat(withLeaders).isLessThanOrEqualTo(6);
  }

  @Test
  void aSymbolWithoutThisBarNeitherLeadsNorFollows() {
    AllShards machine = new AllShards(STRATEGY, DEFAULTS, 2);
    SplittableRandom random = new SplittableRandom(4);
    double before = 0;
    double a = 100;
    double b = 100;
    for (int t = 0; t < 200; t++) {
      double move = random.nextDouble(-0.02, 0.02);
      a *= 1 + move;
      b *= 1 + before + random.nextDouble(-0.001, 0.001);
      before = move;
      List<Bar> close = new ArrayList<>(List.of(bar("A", t, a), bar("B", t, b)));
      int absent = t > 150 ? t % 10 : 9;
      if (absent < 2) {
        close.remove(absent);
      }
      List<Signal> signals = machine.onBars(close);
      assertThat(signals).hasSize(close.size());
      if (t >= 120) {
        Signal last = signals.get(signals.size() - 1);
        assertThat(last.attributes()[0]).isEqualTo(absent < 2 ? 0 : 1);
      }
    }
  }

  @Test
  void aLeaderWhoseMoveIsNotToldLeadsNobody() {
    for (Parameters parameters :
        List.of(DEFAULTS, Parameters.of(STRATEGY, Map.of("edition", 2.0)))) {
      List<PairReading> readings =
          List.of(pair("A", "B", 1e-6, 1, 0.5, 1, 1, 0.1), PairReading.alone("B", 0.2, 0.01));
      assertThat(STRATEGY.combine(parameters, bars("B"), readings)).hasSize(1);
    }
  }

  @Test
  void theWindowMustLeaveDegreesOfFreedom() {
    Parameters tight = Run.firstEdition(STRATEGY, Map.of("window", 30.0, "max_lag", 10.0));
    assertThat(STRATEGY.check(tight)).hasSize(1).first().asString().contains("have 30");
  }
}
