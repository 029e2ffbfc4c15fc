package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Saved;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** CAUSALITY_DETECTOR with {@code test-every}: each pair in its turn, by its newest p between. */
class CausalityTurnsTest {

  private static final CausalityDetector STRATEGY = new CausalityDetector();
  private static final int EVERY = 3;
  private static final int SYMBOLS = 5;
  private static final int PAIRS = SYMBOLS * (SYMBOLS - 1) / 2;
  private static final int READY = 200;

  private static Parameters every(int closes) {
    return Parameters.of(STRATEGY, Map.of("edition", 2.0, "test-every", (double) closes));
  }

  private static PairStrategy.Machine machine(int closes) {
    return STRATEGY.machine(every(closes), 0, 1);
  }

  /** Walks of five symbols, of which some lack a bar now and then. */
  private static List<List<Bar>> market(int closes, boolean gaps) {
    SplittableRandom random = new SplittableRandom(7);
    double[] logs = new double[SYMBOLS];
    List<List<Bar>> market = new ArrayList<>();
    for (int t = 1; t <= closes; t++) {
      List<Bar> bars = new ArrayList<>();
      for (int s = 0; s < SYMBOLS; s++) {
        logs[s] += 0.01 * random.nextGaussian();
        double price = 100 * Math.exp(logs[s]);
        if (!gaps || random.nextInt(10) > 0) {
          bars.add(new Bar("S" + s, t * 60_000L, price, price, price, price, 1));
        }
      }
      market.add(bars);
    }
    return market;
  }

  private static Map<String, double[]> pairs(List<PairReading> readings) {
    Map<String, double[]> pairs = new HashMap<>();
    readings.stream()
        .filter(reading -> !reading.isAlone())
        .forEach(reading -> pairs.put(reading.first() + reading.second(), reading.numbers()));
    return pairs;
  }

  @Test
  void eachPairIsTestedOnceInItsClosesAndToldAsTheFullTestWouldThen() {
    PairStrategy.Machine seldom = machine(EVERY);
    PairStrategy.Machine always = machine(1);
    Map<String, double[]> before = Map.of();
    Map<String, Integer> tests = new HashMap<>();
    List<Integer> testsOfAClose = new ArrayList<>();
    int close = 0;
    for (List<Bar> bars : market(READY + 10 * EVERY, false)) {
      Map<String, double[]> kept = pairs(seldom.onBars(bars));
      Map<String, double[]> now = pairs(always.onBars(bars));
      assertThat(kept.keySet()).isEqualTo(now.keySet());
      int tested = 0;
      for (Map.Entry<String, double[]> pair : kept.entrySet()) {
        if (Arrays.equals(pair.getValue(), now.get(pair.getKey()))) {
          tested++;
          if (close >= READY) {
            tests.merge(pair.getKey(), 1, Integer::sum);
          }
        } else {
          assertThat(pair.getValue()).containsExactly(before.get(pair.getKey()));
        }
      }
      if (close++ >= READY) {
        testsOfAClose.add(tested);
      }
      before = kept;
    }
    assertThat(tests).hasSize(PAIRS).allSatisfy((pair, times) -> assertThat(times).isEqualTo(10));
    assertThat(testsOfAClose).allMatch(tested -> tested > 0 && tested < PAIRS);
  }

  @Test
  void whatIsSavedBetweenTwoTestsGoesOnToTheLastBit() {
    PairStrategy.Machine whole = machine(EVERY);
    PairStrategy.Machine restarted = machine(EVERY);
    int close = 0;
    for (List<Bar> bars : market(READY + 60, true)) {
      if (close++ % 7 == 0) {
        byte[] saved = Saved.bytes(restarted);
        restarted = Saved.copy(restarted, machine(EVERY));
        assertThat(Saved.bytes(restarted)).isEqualTo(saved);
      }
      Map<String, double[]> expected = pairs(whole.onBars(bars));
      assertThat(pairs(restarted.onBars(bars)))
          .hasSameSizeAs(expected)
          .allSatisfy((pair, n) -> assertThat(n).containsExactly(expected.get(pair)));
    }
  }

  @Test
  void aTurnThatWasMissedIsMadeUpFor() {
    TestTurns turns = new TestTurns(EVERY);
    long before = turns.at(turns.place("A", "B"));
    for (int i = 0; i < EVERY; i++) {
      turns.nextClose();
    }
    assertThat(turns.at(turns.place("A", "B"))).isEqualTo(before + 1);
    turns.nextClose();
    assertThat(turns.at(turns.place("A", "B"))).isGreaterThanOrEqualTo(before + 1);
  }
}
