package io.mirrorcore.strategy.cross;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.kit.Rehearsal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class CorrelationMatrixTest {

  private static final double NEAR = 1e-12;

  private static CrossAssetStrategy.Machine machine(Map<String, Double> set) {
    CorrelationMatrix strategy = new CorrelationMatrix();
    return strategy.machine(Run.firstEdition(strategy, set));
  }

  private static CrossAssetStrategy.Machine small() {
    return machine(Map.of("window", 3.0, "lead_window", 3.0));
  }

  /** Bars that start at 100 and then make the returns of these rows, one row a symbol. */
  private static List<List<Bar>> bars(double[][] returns) {
    List<List<Bar>> closes = new ArrayList<>();
    double[] price = new double[returns.length];
    for (int t = -1; t < returns[0].length; t++) {
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < returns.length; i++) {
        price[i] = t < 0 ? 100 : price[i] * (1 + returns[i][t]);
        bars.add(bar(Character.toString('A' + i), t, price[i]));
      }
      closes.add(bars);
    }
    return closes;
  }

  private static Bar bar(String symbol, long time, double price) {
    return new Bar(symbol, time, price, price, price, price, 1);
  }

  private static List<Signal> last(CrossAssetStrategy.Machine machine, List<List<Bar>> closes) {
    List<Signal> signals = List.of();
    for (List<Bar> bars : closes) {
      signals = machine.onBars(bars);
    }
    return signals;
  }

  @Test
  void followsTheLeaderByHand() {
    // B does what A did a bar before: corr(A earlier, B) = 1. The other way round, (0, .1, -.1)
    // with (-.1, .1, .2): -0.01 / (sqrt(0.02) sqrt(0.14/3)). Same bars: (-.1, .1, .2) with
    // (.1, -.1, .1): -0.02/3 / (sqrt(0.14/3) sqrt(0.08/3)). A grew by 1.188, B by 1.089.
    List<Signal> signals =
        last(small(), bars(new double[][] {{0.1, -0.1, 0.1, 0.2}, {0, 0.1, -0.1, 0.1}}));
    double back = -0.01 / Math.sqrt(0.02 * 0.14 / 3);
    double average = -0.02 / 3 / Math.sqrt(0.14 / 3 * 0.08 / 3);
    assertThat(back).isCloseTo(-0.327327, within(1e-6));
    assertThat(average).isCloseTo(-0.188982, within(1e-6));
    assertThat(says(signals.get(0))).isEqualTo("BUY 1.0");
    assertThat(signals.get(0).confidence()).isEqualTo(1);
    assertThat(signals.get(0).attributes()[0]).isCloseTo(average, within(NEAR));
    assertThat(signals.get(0).attributes()[1]).isCloseTo(1 - back, within(NEAR));
    assertThat(signals.get(0).attributes()[2]).isEqualTo(1);
    assertThat(says(signals.get(1))).isEqualTo("HOLD 0.0");
    assertThat(signals.get(1).confidence()).isZero();
    assertThat(signals.get(1).attributes()[1]).isCloseTo(back - 1, within(NEAR));
    assertThat(signals.get(1).attributes()[2]).isEqualTo(0.5);
  }

  @Test
  void sellsALeaderThatFellMost() {
    List<Signal> signals =
        last(
            small(),
            bars(
                new double[][] {
                  {-0.1, 0.1, -0.1, -0.2}, {0, -0.1, 0.1, -0.1}, {0.03, 0.01, 0.02, 0.03}
                }));
    assertThat(says(signals.get(0))).isEqualTo("SELL -1.0");
    assertThat(signals.get(0).attributes()[2]).isCloseTo(1 / 3.0, within(NEAR));
    assertThat(signals.get(0).confidence()).isCloseTo(1 / 3.0, within(NEAR));
  }

  @Test
  void isOutWhenEverythingMovesTogether() {
    double[][] returns = {{0.1, -0.1, 0.1, 0.2}, {0.2, -0.2, 0.2, 0.4}};
    List<Signal> signals = last(small(), bars(returns));
    assertThat(signals).allMatch(signal -> says(signal).equals("HOLD RISK_OFF 0.0"));
    assertThat(signals.get(0).confidence()).isCloseTo(1, within(NEAR));
  }

  @Test
  void attributesAreThoseOfTheWholeMatrix() {
    SplittableRandom random = new SplittableRandom(4);
    int n = 5;
    int bars = 90;
    double[][] returns = new double[n][bars];
    for (int t = 0; t < bars; t++) {
      double common = random.nextDouble(-0.02, 0.02);
      for (int i = 0; i < n; i++) {
        returns[i][t] = common * 0.5 + random.nextDouble(-0.02, 0.02);
      }
    }
    List<Signal> signals = last(machine(Map.of()), bars(returns));
    PearsonsCorrelation pearson = new PearsonsCorrelation();
    double average = 0;
    for (int i = 0; i < n; i++) {
      double leadership = 0;
      for (int j = 0; j < n; j++) {
        if (i != j) {
          average += pearson.correlation(cut(returns[i], 70, 90), cut(returns[j], 70, 90));
          leadership += pearson.correlation(cut(returns[i], 29, 89), cut(returns[j], 30, 90));
          leadership -= pearson.correlation(cut(returns[j], 29, 89), cut(returns[i], 30, 90));
        }
      }
      assertThat(signals.get(i).attributes()[1]).isCloseTo(leadership, within(1e-10));
    }
    assertThat(signals.get(0).attributes()[0]).isCloseTo(average / (n * (n - 1)), within(1e-10));
  }

  private static double[] cut(double[] values, int from, int to) {
    return Arrays.copyOfRange(values, from, to);
  }

  @Test
  void flatPricesHaveNoLeader() {
    List<Signal> signals = last(small(), bars(new double[3][10]));
    assertThat(signals).hasSize(3).allMatch(signal -> says(signal).equals("HOLD 0.0"));
    assertThat(signals.get(0).attributes()).containsExactly(0, 0, 1);
  }

  @Test
  void aSymbolAloneHasNobodyToLead() {
    List<Signal> signals = last(small(), bars(new double[][] {{0.1, -0.1, 0.1, 0.2}}));
    assertThat(says(signals.get(0))).isEqualTo("HOLD 0.0");
  }

  @Test
  void ofEqualLeadersTheFirstByNameLeads() {
    double[] leader = {0.1, -0.1, 0.1, 0.2};
    double[] follower = {0, 0.1, -0.1, 0.1};
    List<List<Bar>> closes = bars(new double[][] {follower, leader, leader});
    List<Signal> signals = last(small(), closes);
    assertThat(signals.get(1).attributes()[1]).isEqualTo(signals.get(2).attributes()[1]);
    assertThat(signals).extracting(Run::says).containsExactly("HOLD 0.0", "BUY 1.0", "HOLD 0.0");
  }

  @Test
  void theOrderOfBarsDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(6);
    double[][] returns = new double[4][120];
    for (double[] row : returns) {
      for (int t = 0; t < row.length; t++) {
        row[t] = random.nextDouble(-0.02, 0.02);
      }
    }
    CrossAssetStrategy.Machine ordered = machine(Map.of());
    CrossAssetStrategy.Machine reversed = machine(Map.of());
    for (List<Bar> bars : bars(returns)) {
      List<Bar> backwards = new ArrayList<>(bars);
      Collections.reverse(backwards);
      List<Signal> signals = new ArrayList<>(reversed.onBars(backwards));
      Collections.reverse(signals);
      assertThat(Rehearsal.bits(signals)).isEqualTo(Rehearsal.bits(ordered.onBars(bars)));
    }
  }

  @Test
  void holdsDuringWarmUpAndWhoComesLateWarmsUpAlone() {
    CrossAssetStrategy.Machine machine = machine(Map.of());
    SplittableRandom random = new SplittableRandom(2);
    for (int t = 0; t < 150; t++) {
      List<Bar> bars = new ArrayList<>();
      bars.add(bar("A", t, random.nextDouble(90, 110)));
      bars.add(bar("B", t, random.nextDouble(90, 110)));
      if (t >= 50) {
        bars.add(bar("C", t, random.nextDouble(90, 110)));
      }
      List<Signal> signals = machine.onBars(bars);
      // 61 returns, one more than the window for the lag, take 62 closes.
      assertThat(signals.get(0).isWarmup()).isEqualTo(t < 61);
      assertThat(signals.get(1).isWarmup()).isEqualTo(t < 61);
      if (t >= 50) {
        assertThat(signals.get(2).isWarmup()).isEqualTo(t < 111);
      }
    }
  }

  @Test
  void aSymbolWithoutThisBarTakesNoPart() {
    CrossAssetStrategy.Machine machine = small();
    double[][] returns = {{0.1, -0.1, 0.1, 0.2}, {0, 0.1, -0.1, 0.1}, {0.01, 0.03, 0.02, 0.01}};
    last(machine, bars(returns));
    List<Signal> signals = machine.onBars(List.of(bar("A", 9, 120), bar("C", 9, 101)));
    assertThat(signals).hasSize(2).noneMatch(Signal::isWarmup);
    assertThat(signals.get(0).attributes()[1]).isEqualTo(-signals.get(1).attributes()[1]);
  }
}
