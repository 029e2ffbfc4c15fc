package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.Sectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sectors of CORRELATION_MATRIX: who is strong, and whose leader is followed. */
class SectorRotationTest {

  private static final List<String> PLANTED = List.of("energy", "health", "tech");
  private static final Sectors SECTORS =
      new Sectors(SymbolRules.of(Map.of("E*", "energy", "H*", "health", "T*", "tech")));
  private static final List<String> SYMBOLS =
      List.of("E1", "E2", "E3", "H1", "H2", "H3", "T1", "T2", "T3", "X");
  private static final int STRETCH = 60;
  private static final int WINDOW = 20;

  private static CrossAssetStrategy.Machine machine(Map<String, Double> set, Sectors sectors) {
    CorrelationMatrix strategy = new CorrelationMatrix();
    return strategy.machine(Parameters.of(strategy, set), sectors);
  }

  /** One sector after the other rises for a stretch; X belongs to none. */
  private static List<List<Bar>> market(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] close = new double[SYMBOLS.size()];
    Arrays.fill(close, 100);
    List<List<Bar>> closes = new ArrayList<>();
    for (int t = 0; t < bars; t++) {
      List<Bar> bar = new ArrayList<>();
      for (int s = 0; s < close.length; s++) {
        double noise = 0.02 * (random.nextDouble() + random.nextDouble() - 1);
        close[s] *= 1 + noise + (s / 3 == planted(t) ? 0.01 : 0);
        bar.add(new Bar(SYMBOLS.get(s), t, close[s], close[s], close[s], close[s], 1));
      }
      closes.add(bar);
    }
    return closes;
  }

  private static int planted(int t) {
    return t / STRETCH % PLANTED.size();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void plantedSectorsRotate(long seed) {
    CrossAssetStrategy.Machine machine = machine(Map.of(), SECTORS);
    List<List<Bar>> closes = market(seed, 12 * STRETCH);
    int settled = 0;
    int right = 0;
    for (int t = 0; t < closes.size(); t++) {
      List<Signal> signals = machine.onBars(closes.get(t));
      if (t > 61 && t % STRETCH >= WINDOW) {
        String strongest = signals.get(0).texts().get("strongest_sector");
        settled++;
        right += PLANTED.get(planted(t)).equals(strongest) ? 1 : 0;
        assertThat(signals).allMatch(s -> s.texts().get("strongest_sector").equals(strongest));
      }
    }
    assertThat(settled).isGreaterThan(400);
    assertThat(right).isGreaterThanOrEqualTo(settled * 99 / 100);
  }

  @Test
  void theRankIsThatOfTheSectorAndOfASymbolWithoutOneItsOwn() {
    CrossAssetStrategy.Machine machine = machine(Map.of(), SECTORS);
    List<Signal> signals = List.of();
    for (List<Bar> bars : market(4, 3 * STRETCH - 1)) {
      signals = machine.onBars(bars);
    }
    for (int s = 0; s < 9; s++) {
      Signal signal = signals.get(s);
      assertThat(signal.attributes()[2]).isEqualTo(signals.get(s / 3 * 3).attributes()[2]);
      assertThat(signal.texts()).containsEntry("sector", PLANTED.get(s / 3));
    }
    assertThat(signals.get(6).attributes()[2]).isEqualTo(7.0 / 8); // tech, the first of four
    assertThat(signals.get(9).texts()).doesNotContainKey("sector");
    double sum = signals.stream().mapToDouble(s -> s.attributes()[2]).distinct().sum();
    assertThat(sum).isCloseTo(2, within(1e-12)); // 1/8 + 3/8 + 5/8 + 7/8
  }

  /** B does what A did a bar before, and A falls; its sector rises. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLeaderIsFollowedBecauseOfItsSector(boolean told) {
    Sectors sectors =
        told ? new Sectors(SymbolRules.of(Map.of("A", "up", "D", "up"))) : Sectors.NONE;
    CrossAssetStrategy.Machine machine = machine(Map.of(), sectors);
    SplittableRandom random = new SplittableRandom(6);
    double[] close = {100, 100, 100, 100};
    double before = 0;
    List<Signal> signals = List.of();
    for (int t = 0; t < 120; t++) {
      double[] drift = {-0.002, -0.001, 0, 0.02};
      List<Bar> bars = new ArrayList<>();
      double ofA = 0;
      for (int s = 0; s < 4; s++) {
        double own = 0.01 * (random.nextDouble() + random.nextDouble() - 1);
        double moved = s == 1 ? before + 0.1 * own : own;
        ofA = s == 0 ? moved : ofA;
        close[s] *= 1 + drift[s] + moved;
        String symbol = Character.toString('A' + s);
        bars.add(new Bar(symbol, t, close[s], close[s], close[s], close[s], 1));
      }
      before = ofA;
      signals = machine.onBars(bars);
    }
    Signal leader = signals.get(0);
    assertThat(leader.texts()).containsEntry("leader", "A").containsEntry("role", "LEADER");
    assertThat(Run.says(leader)).isEqualTo(told ? "BUY 1.0" : "SELL -1.0");
    assertThat(leader.texts().get("leader_sector")).isEqualTo(told ? "up" : null);
  }

  @Test
  void withoutSectorsNothingIsSaidOfThem() {
    CrossAssetStrategy.Machine machine = machine(Map.of(), Sectors.NONE);
    for (List<Bar> bars : market(5, 200)) {
      assertThat(machine.onBars(bars))
          .noneMatch(s -> s.texts().keySet().stream().anyMatch(name -> name.contains("sector")));
    }
  }
}
