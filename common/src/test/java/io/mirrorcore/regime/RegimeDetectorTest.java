package io.mirrorcore.regime;

import static io.mirrorcore.regime.Regime.MIXED;
import static io.mirrorcore.regime.Regime.RANGING;
import static io.mirrorcore.regime.Regime.TRENDING;
import static io.mirrorcore.regime.Regime.VOLATILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegimeDetectorTest {

  /** Efficiency over two returns: 1 when their signs agree, 0 when they cancel. */
  private static final RegimeSettings SHORT = new RegimeSettings(2, 250, 2, 0.8, 0.35, 0.20, 3);

  @Test
  void theRegimeThatIsNamedRulesAndTheMarketIsFollowedAllTheSame() throws IOException {
    for (Regime named : Regime.values()) {
      RegimeSettings settings =
          new RegimeSettings(2, 250, 2, 0.8, 0.35, 0.20, 3, RegimeSource.fixed(named));
      RegimeDetector told = new RegimeDetector(settings);
      RegimeDetector heard = new RegimeDetector(SHORT);
      assertThat(told.regime("main", 0)).isEqualTo(named);
      for (int t = 0; t < 100; t++) {
        assertThat(told.onReturn(0.01 * (t % 7))).isEqualTo(heard.onReturn(0.01 * (t % 7)));
        assertThat(told.regime("main", t)).isEqualTo(named);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      told.save(new DataOutputStream(bytes));
      RegimeDetector after = new RegimeDetector(SHORT);
      after.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      assertThat(after.regime()).isEqualTo(heard.regime());
    }
  }

  private static List<Regime> feed(RegimeDetector detector, double... returns) {
    List<Regime> regimes = new ArrayList<>();
    for (double r : returns) {
      regimes.add(detector.onReturn(r));
    }
    return regimes;
  }

  private static double[] repeat(int times, double... pattern) {
    double[] returns = new double[times * pattern.length];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = pattern[i % pattern.length];
    }
    return returns;
  }

  @Test
  void saysMixedUntilTheEfficiencyWindowIsFullAndHysteresisIsOver() {
    List<Regime> regimes = feed(new RegimeDetector(RegimeSettings.defaults()), repeat(22, 0.001));
    assertThat(regimes.subList(0, 21)).containsOnly(MIXED);
    assertThat(regimes.get(21)).isEqualTo(TRENDING);
  }

  @Test
  void replacesTheRegimeOnlyAfterThreeBarsInARow() {
    // raw: -, T, T, T, R, R, T, R, R, R
    List<Regime> regimes = feed(new RegimeDetector(SHORT), 1, 1, 1, 1, -1, 1, 1, -1, 1, -1);
    assertThat(regimes)
        .containsExactly(
            MIXED, MIXED, MIXED, TRENDING, TRENDING, TRENDING, TRENDING, TRENDING, TRENDING,
            RANGING);
  }

  @Test
  void startsTheCountAgainWhenTheCandidateChanges() {
    // raw: -, T, T, T, R, R, M (|2 - 1| / 3 = 0.33), R, R, R
    RegimeDetector detector = new RegimeDetector(SHORT);
    assertThat(feed(detector, 1, 1, 1, 1, -1, 1, -2, 2, -2)).endsWith(TRENDING);
    assertThat(feed(detector, 2)).containsExactly(RANGING);
  }

  @Test
  void callsAMotionlessMarketRangingAndNeverVolatile() {
    assertThat(feed(new RegimeDetector(RegimeSettings.defaults()), repeat(200, 0)))
        .doesNotContain(VOLATILE)
        .endsWith(RANGING);
  }

  @Test
  void callsASteadyRiseTrendingAndNeverVolatile() {
    assertThat(feed(new RegimeDetector(RegimeSettings.defaults()), repeat(300, 0.0007)))
        .doesNotContain(VOLATILE)
        .endsWith(TRENDING);
  }

  @Test
  void callsAStormVolatileBeforeAnythingElse() {
    RegimeDetector detector = new RegimeDetector(RegimeSettings.defaults());
    // 79 returns are 60 standard deviations; the market calms down, so the newest ranks lowest.
    for (int i = 0; i < 79; i++) {
      detector.onReturn((i % 2 == 0 ? 0.01 : -0.01) / (1 + i));
    }
    assertThat(detector.regime()).isNotEqualTo(VOLATILE);
    // All up: as TRENDING as can be, if it were not a storm.
    assertThat(feed(detector, 0.05, 0.06, 0.05)).endsWith(VOLATILE);
  }

  @Test
  void doesNotRankAmongFewerThanSixtyDeviations() {
    RegimeDetector detector = new RegimeDetector(RegimeSettings.defaults());
    for (int i = 0; i < 40; i++) {
      detector.onReturn((i % 2 == 0 ? 0.01 : -0.01) / (1 + i));
    }
    // Standard deviations 22 to 59 of the series, each the greatest so far.
    List<Regime> early = new ArrayList<>();
    for (int i = 0; i < 38; i++) {
      early.add(detector.onReturn((i % 2 == 0 ? 0.01 : -0.01) * (i + 1)));
    }
    assertThat(early).doesNotContain(VOLATILE);
    assertThat(feed(detector, 0.5, -0.5, 0.5)).endsWith(VOLATILE);
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    RegimeDetector undisturbed = new RegimeDetector(RegimeSettings.defaults());
    RegimeDetector restored = new RegimeDetector(RegimeSettings.defaults());
    List<Regime> expected = new ArrayList<>();
    List<Regime> actual = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      double r = (random.nextDouble() - 0.48) * (1 + i / 150 % 3);
      expected.add(undisturbed.onReturn(r));
      if (i % 13 == 0) {
        restored = copy(restored);
      }
      actual.add(restored.onReturn(r));
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(expected).contains(TRENDING, RANGING, VOLATILE, MIXED);
  }

  @Test
  void forgetsAnAbsurdReturnWhenItLeavesTheWindow() {
    RegimeDetector detector = new RegimeDetector(RegimeSettings.defaults());
    detector.onReturn(1e30);
    assertThat(feed(detector, repeat(22, 0.001, -0.001))).endsWith(RANGING);
    assertThat(feed(detector, repeat(22, 0.001))).endsWith(TRENDING);
  }

  @Test
  void rejectsAReturnThatIsNoNumber() {
    assertThatThrownBy(() -> new RegimeDetector(SHORT).onReturn(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  private static RegimeDetector copy(RegimeDetector detector) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    detector.save(new DataOutputStream(bytes));
    RegimeDetector copy = new RegimeDetector(RegimeSettings.defaults());
    copy.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }
}
