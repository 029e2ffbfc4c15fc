package io.mirrorcore.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StudyTest {

  private static final double COST = 0.001;

  private static StudySettings settings(long cells, String... strategies) {
    return new StudySettings(List.of(strategies), 10, RegimeSettings.defaults(), cells);
  }

  private static StudyResult study(StudySettings settings, List<StudyBar> bars) {
    return Study.of(settings, bars, share -> {});
  }

  private static StudyBar.Holding holding(String symbol, double value, double... exposures) {
    return new StudyBar.Holding(symbol, value, COST, true, exposures);
  }

  /** One symbol, one strategy: position p_t decided at t, return r_t that ended at t. */
  private static List<StudyBar> bars(double[] values, double[] positions) {
    List<StudyBar> bars = new ArrayList<>();
    for (int t = 0; t < values.length; t++) {
      bars.add(new StudyBar(t, values[t], List.of(holding("A", values[t], positions[t]))));
    }
    return bars;
  }

  private static double[] repeated(double[] pattern, int times) {
    double[] all = new double[pattern.length * times];
    for (int t = 0; t < all.length; t++) {
      all[t] = pattern[t % pattern.length];
    }
    return all;
  }

  @Test
  void countsTradesHoldingAndCostOfAnExampleByHand() {
    // Each five bars: long for three, flat for two. A trade of 3 bars, 10 of them, 5 years.
    double[] positions = repeated(new double[] {1, 1, 1, 0, 0}, 10);
    double[] values = repeated(new double[] {-0.01, 0.02, 0, -0.01, 0.03}, 10);

    Sleeve all = study(settings(1000, "S"), bars(values, positions)).strategies().get(0).together();

    assertThat(all.activity().trades()).isEqualTo(10);
    assertThat(all.activity().tradesAYear()).isCloseTo(2, within(1e-12));
    assertThat(all.activity().holdingBars()).isEqualTo(3);
    // Earned: +2 %, 0, -1 % of each five, so of what moved half are gains; 3 of 5 bars held.
    assertThat(all.activity().hitRate()).isEqualTo(0.5);
    assertThat(all.activity().deployed()).isCloseTo(0.6, within(1e-12));
    // Traded: in and out ten times; the last way out falls on bar 48 and is paid at 49.
    assertThat(all.account().annualTurnover()).isCloseTo(20 / 5.0, within(1e-12));
    assertThat(all.account().breakEvenCost()).isCloseTo(10 * 0.01 / 20, within(1e-12));
    assertThat(all.account().annualReturn()).isCloseTo((10 * 0.01 - 20 * COST) / 5, within(1e-12));
    assertThat(all.account().net().value()).isLessThan(all.account().gross().value());
  }

  @Test
  void earnsOnlyTheBarAfterTheDecision() {
    // A position that is the sign of the return of its own bar: it knows nothing of the next.
    SplittableRandom random = new SplittableRandom(1);
    double[] values = random.doubles(2000).map(u -> (u - 0.5) / 50).toArray();
    double[] late = new double[2000];
    double[] prophet = new double[2000];
    for (int t = 0; t < 1999; t++) {
      late[t] = Math.signum(values[t]);
      prophet[t] = Math.signum(values[t + 1]);
    }
    Sleeve blind = study(settings(1 << 20, "S"), bars(values, late)).strategies().get(0).together();
    StrategyStudy seer = study(settings(1 << 20, "S"), bars(values, prophet)).strategies().get(0);

    assertThat(blind.over(1).isTold()).isFalse();
    assertThat(blind.account().gross().isTold()).isFalse();
    assertThat(seer.together().over(1).value()).isGreaterThan(0.8);
    assertThat(seer.together().activity().hitRate()).isEqualTo(1);
    assertThat(seer.halfLifeBars()).isEqualTo(2);
    assertThat(seer.decay().get(1).isTold()).isFalse();
  }

  @Test
  void aStrategyWithoutAPositionHasNoFigures() {
    StudyResult result = study(settings(1000, "S"), bars(new double[50], new double[50]));
    StrategyStudy idle = result.strategies().get(0);

    assertThat(result.idle()).containsExactly("S");
    assertThat(idle.traded()).isFalse();
    assertThat(idle.together().account().gross()).isNull();
    assertThat(idle.together().account().breakEvenCost()).isNull();
    assertThat(idle.together().activity().holdingBars()).isNull();
    assertThat(idle.together().information()).isEmpty();
    assertThat(result.correlated()).isEmpty();
  }

  @Test
  void fewBarsInPositionAreNotEvidence() {
    double[] positions = new double[500];
    double[] values = new SplittableRandom(2).doubles(500).map(u -> u - 0.5).toArray();
    Arrays.fill(positions, 100, 119, 1);

    Sleeve few = study(settings(9999, "S"), bars(values, positions)).strategies().get(0).together();

    assertThat(few.activity().trades()).isEqualTo(1);
    assertThat(few.account().net()).isNull();
    assertThat(few.information()).isEmpty();
    assertThat(few.activity().hitRate()).isNull();
  }

  @Test
  void isTheSameInOnePassAndInMany() {
    List<StudyBar> bars = market(300);

    StudyResult once = study(settings(1 << 20, "S", "T"), bars);
    StudyResult often = study(settings(1, "S", "T"), bars);

    assertThat(often).isEqualTo(once);
    assertThat(once.symbols()).containsExactly("A", "B", "C");
    assertThat(once.strategies().get(0).symbols()).hasSize(3);
  }

  @Test
  void allSymbolsTogetherEarnTheSumOfThem() {
    StudyResult result = study(settings(1 << 20, "S", "T"), market(300));
    for (StrategyStudy strategy : result.strategies()) {
      double sum = strategy.symbols().stream().mapToDouble(s -> s.account().annualReturn()).sum();
      assertThat(strategy.together().account().annualReturn()).isCloseTo(sum, within(1e-12));
    }
    assertThat(result.correlations().get(0).get(0)).isEqualTo(1);
    assertThat(result.correlations().get(0).get(1)).isBetween(-0.3, 0.3);
  }

  @Test
  void theRegimesTogetherAreAllBars() {
    StrategyStudy strategy = study(settings(1 << 20, "S", "T"), market(300)).strategies().get(0);

    assertThat(strategy.regimes().stream().mapToLong(RegimeAccount::bars).sum()).isEqualTo(300);
    assertThat(strategy.regimes()).extracting(RegimeAccount::regime).contains(Regime.MIXED);
  }

  private static List<StudyBar> market(int bars) {
    SplittableRandom random = new SplittableRandom(3);
    List<StudyBar> all = new ArrayList<>();
    for (int t = 0; t < bars; t++) {
      List<StudyBar.Holding> symbols = new ArrayList<>();
      for (String symbol : List.of("A", "B", "C")) {
        symbols.add(
            holding(
                symbol,
                t == 0 ? 0 : (random.nextDouble() - 0.5) / 20,
                random.nextInt(3) / 3.0 - 1.0 / 3,
                t / 10 % 2 / 3.0));
      }
      double market = symbols.stream().mapToDouble(StudyBar.Holding::value).average().orElse(0);
      all.add(new StudyBar(t, market, symbols));
    }
    return all;
  }
}
